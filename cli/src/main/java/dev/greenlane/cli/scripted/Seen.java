package dev.greenlane.cli.scripted;

import java.util.List;

/**
 * What a request tells.
 *
 * @param tools names of the tools on offer
 * @param results texts of the tool results in the conversation, oldest first
 */
record Seen(List<String> tools, List<String> results) {
    Seen {
        tools = List.copyOf(tools);
        results = List.copyOf(results);
    }
}
