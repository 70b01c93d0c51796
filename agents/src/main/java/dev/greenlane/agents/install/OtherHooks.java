package dev.greenlane.agents.install;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Hooks in an agent's settings that are not Greenlane's. Stateless. */
final class OtherHooks {
    private static final Set<String> COMMANDS = Set.of("command", "bash", "url");

    private OtherHooks() {}

    /** The commands of the hooks in a list, in order. */
    static List<String> commands(String settings, List<String> path) throws NotEditable {
        List<String> commands = new ArrayList<>();
        for (String element : new JsonEditor(settings).elements(path)) {
            collect(JsonPlaces.read(element), commands);
        }
        commands.removeIf(HookCommand::isOurs);
        return commands;
    }

    /**
     * Settings with what others say about hooks, without their hooks.
     *
     * @param settings where it is taken from
     * @param hooks the member that holds the lists of hooks
     * @param into to what it is added
     */
    static String without(String settings, String hooks, JsonEditor into) throws NotEditable {
        if (!(JsonPlaces.read(settings) instanceof JsonNode.Members all)) {
            throw new NotEditable("it is not an object");
        }
        JsonEditor ours = new JsonEditor(settings);
        if (all.get(hooks).isPresent() && all.get(hooks).get().value() instanceof JsonNode.Members events) {
            for (JsonNode.Member event : events.members()) {
                ours = ours.without(List.of(hooks, event.name()), text -> !HookCommand.isOurs(text));
            }
        }
        JsonEditor edited = into;
        if (JsonPlaces.read(ours.text()) instanceof JsonNode.Members kept) {
            for (JsonNode.Member member : kept.members()) {
                if (member.name().toLowerCase(Locale.ROOT).contains("hook")
                        || member.name().equals("version")) {
                    JsonNode value = member.value();
                    edited = edited.withMember(member.name(), ours.text().substring(value.start(), value.end()));
                }
            }
        }
        return edited.text();
    }

    private static void collect(JsonNode node, List<String> commands) {
        switch (node) {
            case JsonNode.Members object ->
                object.members().forEach(member -> {
                    if (COMMANDS.contains(member.name()) && member.value() instanceof JsonNode.Scalar text) {
                        commands.add(text.text());
                    } else {
                        collect(member.value(), commands);
                    }
                });
            case JsonNode.Elements list -> list.elements().forEach(element -> collect(element, commands));
            case JsonNode.Scalar text -> {}
        }
    }
}
