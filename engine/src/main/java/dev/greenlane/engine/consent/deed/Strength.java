package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.listing.Thing;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a call does more to the same thing than was said: drops what is to be emptied, lets write who is to read. */
public final class Strength {

    private static final Pattern WORD = Pattern.compile("[\\p{L}]{3,}");
    private static final Sought OFF = Sought.any(DeedWords.DEEDS.words("around", "off"));
    private static final Sought ON = Sought.any(DeedWords.DEEDS.words("around", "on"));
    private static final Set<String> SWITCHES = DeedWords.DEEDS.words("options", "switch");
    private static final Set<String> YES = DeedWords.DEEDS.words("values", "yes");
    private static final Set<String> NO = DeedWords.DEEDS.words("values", "no");
    private static final Set<String> EVERYBODY = DeedWords.DEEDS.words("around", "everybody");
    private static final Sought SAID_OF_EVERYBODY = Sought.any(DeedWords.DEEDS.words("around", "said of everybody"));
    private static final Sought RIGHTS = Sought.any(taken("right"));
    private static final Set<String> CONTAINERS = taken("container");
    private static final Set<String> HOLDERS = taken("holder");
    private static final Set<String> HOLDERS_COMMANDS = taken("holder's command");
    private static final Set<String> REMOVING = taken("removing");

    /** Switches that take a guard away, and commands that forget a thing instead of removing it. */
    private static final Pattern GUARD = DeedWords.commands(DeedWords.DEEDS.words("guards", "gone round"));

    private static final Pattern BYPASS = DeedWords.beginnings(DeedWords.DEEDS.words("guards", "said"));

    private static final Set<String> VCS = Set.of("vcs");

    /** What may cost work by itself. */
    private static final Set<String> LOSING = Set.of("discard", "delete", "force", "rewrite", "truncate");

    /** {@code g+w}, {@code u=rwx,g=rw}. */
    private static final Pattern SYMBOLIC = Pattern.compile("(?:[ugoa]*[+=][rwxXst]+,?)+");

    private static final Pattern OCTAL = Pattern.compile("[0-7]?[0-7]([0-7])([0-7])");

    private Strength() {}

    private static Set<String> taken(String what) {
        return DeedWords.DEEDS.words("taken", what);
    }

    /** Whether what is done goes further than what a clause says. */
    static boolean exceeds(Clause clause, Deed deed) {
        return clause.operations().contains("truncate") && removesContainer(deed)
                || RIGHTS.isIn(clause.quote()) && removesOwner(deed)
                || clause.only() && deed.tool() && deed.command().contains("all")
                || givesMore(clause, deed)
                || givesEverybody(clause, deed)
                || discardsWork(clause, deed)
                || appliesPlan(clause, deed)
                || mirrorsElsewhere(clause, deed)
                || switchesOtherwise(clause, deed);
    }

    /**
     * Whether the call takes a guard away, or changes only what a tool has on record, and nothing of that was said.
     *
     * @param said all that the user has said
     */
    public static boolean goesRound(List<String> said, Deed deed) {
        Matcher guard = GUARD.matcher(String.join(" ", deed.command()));
        return guard.find()
                && said.stream().noneMatch(message -> message.contains(guard.group()))
                && said.stream().noneMatch(message -> BYPASS.matcher(message).find());
    }

    /** Whether what things lie in goes as well: {@code DROP TABLE}, {@code s3 rb}. */
    private static boolean removesContainer(Deed deed) {
        List<String> words = deed.command();
        return deed.verbs().contains("drop")
                || words.contains("rb") && words.indexOf("rb") < 3
                || names(deed).anyMatch(word -> removes(word, CONTAINERS))
                || deed.tool() && words.stream().anyMatch(REMOVING::contains) && CONTAINERS.contains(words.getLast());
    }

    /** Whether the one goes that has the rights: {@code iam delete-user}. */
    private static boolean removesOwner(Deed deed) {
        return names(deed).anyMatch(word -> removes(word, HOLDERS) || HOLDERS_COMMANDS.contains(word))
                || deed.tool()
                        && deed.command().contains("delete")
                        && HOLDERS.contains(deed.command().getLast());
    }

    /** Whether a word of a command says that one of such things is removed: {@code delete-bucket}. */
    private static boolean removes(String word, Set<String> things) {
        int dash = word.indexOf('-');
        return dash > 0 && REMOVING.contains(word.substring(0, dash)) && things.contains(word.substring(dash + 1));
    }

    /** What a command calls what it does. */
    private static Stream<String> names(Deed deed) {
        return deed.command().stream().limit(5);
    }

    /** Whether the call gives a greater right than the greatest that was said. */
    private static boolean givesMore(Clause clause, Deed deed) {
        boolean gives = deed.operations().contains("grant") || deed.operations().contains("permit");
        int said = gives ? greatest(clause.quote()) : 0;
        return said > 0 && given(deed) > said;
    }

    /** Whether a switch is set to on that is to be off, or the other way round: {@code "enabled": true}. */
    private static boolean switchesOtherwise(Clause clause, Deed deed) {
        boolean off = OFF.isIn(clause.quote());
        boolean on = ON.isIn(clause.quote());
        if (off == on) {
            return false;
        }
        for (int at = 0; at + 1 < deed.within().size(); at++) {
            String value = deed.within().get(at + 1);
            if (SWITCHES.contains(deed.within().get(at)) && (off ? YES : NO).contains(value)) {
                return true;
            }
        }
        return false;
    }

    /** Whether work is thrown away where something else was to come about: {@code bring it up to date}. */
    private static boolean discardsWork(Clause clause, Deed deed) {
        return deed.families().equals(VCS)
                && deed.operations().contains("discard")
                && (Collections.disjoint(clause.operations(), LOSING)
                        || clause.operations().contains("fetch"))
                && Thing.pieces(clause.quote()).stream()
                        .noneMatch(word -> deed.command().stream().skip(1).anyMatch(word::equals));
    }

    /** Whether what was only to be planned is done: {@code write the plan}. */
    private static boolean appliesPlan(Clause clause, Deed deed) {
        return deed.command().contains("apply")
                && clause.mentions().stream()
                        .anyMatch(mention -> mention.classes().contains("plan"))
                && !clause.operations().contains("deploy")
                && !clause.operations().contains("change");
    }

    /** Whether all the world gets a right, and somebody was named who is to have it. */
    private static boolean givesEverybody(Clause clause, Deed deed) {
        boolean gives = deed.operations().contains("grant") || deed.operations().contains("permit");
        return gives
                && deed.command().stream()
                        .flatMap(word -> Thing.pieces(word).stream())
                        .anyMatch(EVERYBODY::contains)
                && !SAID_OF_EVERYBODY.isIn(clause.quote());
    }

    /** Whether something was named that the command lacks which makes one place the same as another. */
    private static boolean mirrorsElsewhere(Clause clause, Deed deed) {
        if (!clause.operations().contains("mirror") || !deed.operations().contains("mirror")) {
            return false;
        }
        Set<String> there = deed.command().stream()
                .flatMap(word -> Thing.pieces(word).stream())
                .collect(Collectors.toSet());
        return clause.mentions().stream()
                .flatMap(mention -> Stream.concat(mention.names().stream(), mention.words().stream()))
                .filter(said -> said.matches(".*[\\d/_-].*"))
                .anyMatch(said -> !there.containsAll(Thing.pieces(said)));
    }

    private static int given(Deed deed) {
        int given = 0;
        for (String word : deed.command()) {
            Matcher octal = OCTAL.matcher(word);
            if (SYMBOLIC.matcher(word).matches()) {
                given = Math.max(given, word.contains("w") ? 2 : 1);
            } else if (octal.matches()) {
                boolean writes =
                        (octal.group(1).charAt(0) & 2) != 0 || (octal.group(2).charAt(0) & 2) != 0;
                given = Math.max(given, writes ? 2 : 1);
            } else {
                given = Math.max(given, greatest(word.replaceAll("(?<=[a-z])(?=[A-Z])", " ")));
            }
        }
        return given;
    }

    private static int greatest(String text) {
        Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
        int greatest = 0;
        while (word.find()) {
            greatest = Math.max(greatest, Lexicon.standard().right(word.group()));
        }
        return greatest;
    }
}
