package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.consent.words.Mention;
import dev.greenlane.engine.listing.Thing;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mention that is held against an object of a deed.
 *
 * @param pieces those of the object and of the command
 */
record Held(Mention mention, Deed deed, Item item, Set<String> pieces) {

    private static final Lexicon LEXICON = Lexicon.standard();
    private static final Pattern FILE_OR_HOST =
            Pattern.compile("[~./]?[\\w./-]*\\w\\.[a-z]{1,10}|[~/].*|@?[a-z][\\w.-]*/[\\w./-]*\\w");

    /** Whether the object's own name was said. */
    boolean isNamed() {
        return mention.names().stream().anyMatch(name -> Names.areOf(name, item) || isPartOf(name))
                || Names.areSaid(mention, item, deed.scene().things());
    }

    /**
     * Whether a name that was said in one is given to a tool in several arguments: {@code acme/shop} as the owner {@code acme} and the
     * repository {@code shop}.
     */
    private boolean isJoined(String name) {
        List<String> parts = List.of(name.toLowerCase(Locale.ROOT).split("[/.:]"));
        Set<String> arguments = deed.scene().words();
        return deed.tool()
                && parts.size() > 1
                && parts.stream().allMatch(part -> arguments.stream().anyMatch(part::equalsIgnoreCase));
    }

    private boolean isPartOf(String name) {
        return isJoined(name)
                && List.of(name.toLowerCase(Locale.ROOT).split("[/.:]"))
                        .contains(item.text().toLowerCase(Locale.ROOT));
    }

    /** Whether the object's name was said only as that of what something else lies in: {@code the logs of web-1}. */
    boolean isOnlyWithin() {
        return !mention.within().isEmpty()
                && item.names().stream()
                        .map(Names::normal)
                        .flatMap(name -> Stream.of(name, Names.last(name)))
                        .anyMatch(mention.within()::contains);
    }

    /** Whether the name of another object was said that is made like this one's. */
    boolean namesSister() {
        Set<String> names = new LinkedHashSet<>();
        for (String name : item.names()) {
            names.add(Names.normal(name));
            names.addAll(List.of(Names.normal(name).split("@")));
        }
        return Siblings.among(mention.said(), names, names);
    }

    /** Whether a name is only that of what something else lies in. */
    boolean isWithin(String name) {
        return mention.within().contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether what is named is said to lie in a file or on a host that the call has nothing to do with. */
    boolean isElsewhere() {
        return mention.names().stream()
                .filter(this::isWithin)
                .filter(Held::isFileOrHost)
                .anyMatch(name ->
                        !pieces.containsAll(Thing.pieces(name)) && !Names.contain(name, item) && !isJoined(name));
    }

    static boolean isFileOrHost(String name) {
        return FILE_OR_HOST.matcher(name).matches();
    }

    /** Whether the object is the speaker's by its name, and was said to be somebody else's: {@code piet's} for {@code /scratch/mona}. */
    boolean isOfTheSpeaker() {
        Set<String> own = Thing.pieces(item.text());
        return deed.scene().me().stream().anyMatch(own::contains)
                && mention.owners().stream().noneMatch(owner -> Pieces.has(pieces, owner));
    }

    /** Whether everything that was said is found in the object or in the command. */
    boolean covers(Iterable<String> all) {
        for (String each : all) {
            boolean sort = LEXICON.isClass(each)
                    || LEXICON.isMeasure(each) && isMeasured()
                    || LEXICON.place(each).isPresent();
            if (!sort && !isAmong(each) && !Pieces.has(pieces, each) && !pieces.containsAll(Thing.pieces(each))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the command has the numbers that were said. */
    private boolean isMeasured() {
        List<String> numbers = Stream.concat(mention.words().stream(), mention.names().stream())
                .filter(each -> each.matches("\\d+"))
                .toList();
        return !numbers.isEmpty() && pieces.containsAll(numbers);
    }

    /** Whether the object is one of those that a pattern or a range stands for. */
    boolean isAmong(String pattern) {
        return Patterns.isPattern(pattern)
                && item.pieces().stream()
                        .anyMatch(piece -> Patterns.matches(pattern, piece)
                                || Patterns.matches(pattern, piece.replaceFirst("^[a-z]+0*(?=[0-9])", "")));
    }

    /** The pieces of the object itself, and not of the folders it lies in. */
    Set<String> own() {
        Set<String> own =
                new LinkedHashSet<>(Thing.pieces(item.path() ? Names.last(Names.normal(item.text())) : item.text()));
        item.listed().ifPresent(thing -> own.addAll(thing.pieces()));
        return own;
    }

    /** Whether a word is of the object itself; one with hyphens stands there as it is, and not only its parts. */
    boolean isOwn(Set<String> own, String word) {
        if (!word.contains("-")) {
            return Pieces.has(own, word);
        }
        String wanted = Pieces.joined(word);
        return Pieces.has(own, word)
                && (item.names().stream().anyMatch(name -> Pieces.joined(name).contains(wanted))
                        || item.names().stream()
                                .noneMatch(name -> Thing.pieces(name).containsAll(Thing.pieces(word))));
    }
}
