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
        return names;
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
