/**
 * What is said of the tools that a model wants to use: asked of the resident service, call by call as they come, and written
 * down in the form that Claude Code reads. Knows no socket but the service's, and no stream.
 */
@NullMarked
package dev.greenlane.gateway.verdicts;

import org.jspecify.annotations.NullMarked;
