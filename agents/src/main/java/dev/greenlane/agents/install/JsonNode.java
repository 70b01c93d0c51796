package dev.greenlane.agents.install;

import java.util.List;
import java.util.Optional;

/** A value in a JSON text, with its place: from {@code start} to before {@code end}. */
sealed interface JsonNode {
    int start();

    int end();

    /** Text, a number, or a word; {@code text} is the text without quotes and escapes. */
    record Scalar(String text, int start, int end) implements JsonNode {}

    record Elements(List<JsonNode> elements, int start, int end) implements JsonNode {}

    record Members(List<Member> members, int start, int end) implements JsonNode {
        Optional<Member> get(String name) {
            return members.stream().filter(member -> member.name().equals(name)).findFirst();
        }
    }

    /** A name and its value; {@code start} is where the name begins. */
    record Member(String name, JsonNode value, int start) {}
}
