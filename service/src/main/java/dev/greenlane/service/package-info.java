/**
 * The resident service: one process a user, which reviews the calls of all sessions of all agents. Here it is put together;
 * the rooms inside do the work.
 */
@NullMarked
package dev.greenlane.service;

import org.jspecify.annotations.NullMarked;
