/**
 * The model-API gateway: between Claude Code and the API of its model, so that auto mode has the verdicts that it expects from
 * the server, whatever the server. Here it is put together; the rooms inside do the work.
 */
@NullMarked
package dev.greenlane.gateway;

import org.jspecify.annotations.NullMarked;
