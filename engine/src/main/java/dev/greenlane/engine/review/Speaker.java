package dev.greenlane.engine.review;

import dev.greenlane.engine.call.Identity;
import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.listing.Listings;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** By what names whoever speaks goes: what {@code my} may mean. */
final class Speaker {

    private static final Pattern HOME = Pattern.compile("^/(?:home|Users)/([^/]+)");

    private Speaker() {}

    /** All names, in lower case; empty where nobody knows. */
    static Set<String> names(Surroundings surroundings, Listings listings) {
        Identity user = surroundings.user();
        Set<String> names = new LinkedHashSet<>();
        listings.userName().ifPresent(names::add);
        add(user.account(), names);
        add(user.name(), names);
        add(user.name().map(name -> name.split(" ")[0]), names);
        add(user.email(), names);
        add(user.email().map(email -> email.split("@")[0]), names);
        add(surroundings.home().flatMap(Speaker::ofHome), names);
        add(surroundings.workingDirectory().flatMap(Speaker::ofHome), names);
        if (names.isEmpty()) {
            add(surroundings.workingDirectory().flatMap(folder -> owner(folder, listings)), names);
        }
        return names;
    }

    /** Whoever a folder is called after that something was listed of: {@code /scratch/ana}. */
    private static Optional<String> owner(String folder, Listings listings) {
        return Stream.of(folder.split("/"))
                .filter(each -> !each.isEmpty())
                .filter(each -> listings.things().stream()
                        .anyMatch(thing ->
                                each.equalsIgnoreCase(thing.properties().get("owner"))))
                .findFirst();
    }

    private static Optional<String> ofHome(String folder) {
        Matcher home = HOME.matcher(folder);
        return home.find() ? Optional.of(home.group(1)) : Optional.empty();
    }

    private static void add(Optional<String> name, Set<String> names) {
        name.map(each -> each.strip().toLowerCase(Locale.ROOT))
                .filter(each -> !each.isEmpty())
                .ifPresent(names::add);
    }
}
