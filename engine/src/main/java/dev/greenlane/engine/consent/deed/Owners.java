package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.listing.Thing;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whose things are. */
final class Owners {

    private static final Set<String> KEYS = Set.of(
            "owner",
            "user",
            "userid",
            "username",
            "author",
            "assignee",
            "created_by",
            "creator",
            "created-by",
            "uname",
            "submitter",
            "requester",
            "lastmodifiedby",
            "by",
            "who");

    /** What stands for the user in what a listing was asked for: {@code --author @me}. */
    private static final Set<String> MYSELF = Set.of("me", "@me", "currentuser", "self");

    /** A folder in which a person's own things lie. */
    private static final Pattern HOME = Pattern.compile("^(?:/home|/Users)/([^/]+)/.");

    private Owners() {}

    /** Whether a column tells whose a thing is. */
    static boolean isKey(String column) {
        return KEYS.contains(column);
    }

    /**
     * Whether an object is somebody else's than the speaker's, whose name it may bear: it lies in another person's home, or in a folder
     * that is called like its owner, or one of the same name was listed that is the speaker's.
     */
    static boolean areOfAnother(Item item, Scene scene) {
        Matcher home = HOME.matcher(item.text());
        if (home.find() && !scene.me().isEmpty() && !is(home.group(1).toLowerCase(Locale.ROOT), scene.me())) {
            return true;
        }
        Optional<String> owner = item.listed().flatMap(Owners::of);
        if (owner.isEmpty() || scene.me().isEmpty() || is(owner.get(), scene.me())) {
            return false;
        }
        String last = Names.last(Names.normal(item.text()));
        return List.of(item.text().toLowerCase(Locale.ROOT).split("/")).contains(owner.get())
                || scene.things().listedWith(item.listed().get()).stream()
                        .filter(each -> each.names().stream()
                                .anyMatch(name -> Names.last(Names.normal(name)).equals(last)))
                        .anyMatch(each ->
                                of(each).filter(other -> is(other, scene.me())).isPresent());
    }

    /** The owner that a listing names. */
    static Optional<String> of(Thing thing) {
        return thing.properties().entrySet().stream()
                .filter(property -> KEYS.contains(property.getKey()))
                .map(property -> property.getValue().toLowerCase(Locale.ROOT))
                .findFirst();
    }

    /** Whether a user is known by a name: {@code ana}, {@code ana@example.com}, {@code Ana Lima} are all {@code ana}. */
    static boolean is(String owner, Set<String> me) {
        return MYSELF.contains(owner)
                || me.stream()
                        .anyMatch(name -> owner.equals(name)
                                || owner.startsWith(name + "@")
                                || name.startsWith(owner + "@")
                                || owner.startsWith(name + " ")
                                || owner.endsWith("/" + name));
    }

    /**
     * Who the user is where nobody has said so: whoever owns most of what the session has listed. Only recorded sessions that
     * do not name their user come to this.
     */
    static Set<String> mostly(List<Thing> things) {
        Map<String, Integer> count = new HashMap<>();
        things.forEach(thing -> of(thing)
                .filter(owner -> !MYSELF.contains(owner))
                .ifPresent(owner -> count.merge(owner, 1, Integer::sum)));
        int all = count.values().stream().mapToInt(Integer::intValue).sum();
        return count.entrySet().stream()
                .filter(entry -> 2 * entry.getValue() > all)
                .map(Map.Entry::getKey)
                .findFirst()
                .map(Set::of)
                .orElse(Set.of());
    }
}
