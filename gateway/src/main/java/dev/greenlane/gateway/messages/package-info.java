/**
 * The Messages API as Claude Code speaks it: what a request says of its session, what an answer says of the tools that the model
 * wants to use, and small changes of JSON and event streams that leave every other byte as it was. Bytes in, values and bytes
 * out; knows no socket, no verdict, no service.
 */
@NullMarked
package dev.greenlane.gateway.messages;

import org.jspecify.annotations.NullMarked;
