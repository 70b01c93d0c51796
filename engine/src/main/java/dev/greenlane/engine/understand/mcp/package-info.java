/**
 * What the names and arguments of tools say that others bring: MCP servers, apps. Knows words as data ({@code mcp.yaml}); knows
 * nothing of effects, of who is trusted, or of any particular server.
 */
@NullMarked
package dev.greenlane.engine.understand.mcp;

import org.jspecify.annotations.NullMarked;
