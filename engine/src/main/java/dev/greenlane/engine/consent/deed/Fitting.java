package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.consent.words.Lexicon.Place;
import dev.greenlane.engine.consent.words.Lexicon.State;
import dev.greenlane.engine.consent.words.Mention;
import dev.greenlane.engine.listing.Thing;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds one mention against one object: gathers what speaks for it and against it. For one use. */
final class Fitting {

    private static final Set<String> NO = Set.of("false", "no", "0", "n", "f");

    private final Lexicon lexicon = Lexicon.standard();
    private final Mention mention;
    private final Set<Place> said;
    private final Deed deed;
    private final Item item;
    private final Set<String> pieces;
    private boolean evidence;
    private boolean doubt;
    private boolean against;
    private boolean unmatched;

    /** @param pieces those of the object and of the command */
    Fitting(Clause clause, Mention mention, Deed deed, Item item, Set<String> pieces) {
        this.mention = mention;
        this.said = mention.places().isEmpty() ? clause.places() : mention.places();
        this.deed = deed;
        this.item = item;
        this.pieces = pieces;
    }

    /** Whether the object's own name was said. */
    boolean isNamed() {
        return mention.names().stream().anyMatch(name -> Names.areOf(name, item)) || Names.areSaid(mention, item);
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

    /** @param complete whether the command has all the words of the clause */
    Fit fit(boolean complete) {
        places();
        if (against) {
            return Fit.OTHER;
        }
        if (isNamed()) {
            boolean narrower = deed.unlimited() && !mention.all() && !covers(mention.said());
            return doubt || narrower ? Fit.UNKNOWN : Fit.MATCH;
        }
        if (mention.names().stream().anyMatch(name -> Names.contain(name, item))) {
            return inside();
        }
        if (complete && isDescribed()) {
            return Fit.MATCH;
        }
        sort();
        mention.names().forEach(this::partOfName);
        mention.words().forEach(this::word);
        doubt |= unmatched && !evidence;
        if (mention.mine()) {
            owner();
        }
        if (mention.all() && !mention.tells()) {
            evidence |= !mention.classes().isEmpty() || !said.isEmpty();
        }
        if (against) {
            return Fit.OTHER;
        }
        return doubt || !evidence ? Fit.UNKNOWN : Fit.MATCH;
    }

    /** What lies in something that was named. */
    private Fit inside() {
        boolean measured = mention.words().stream().anyMatch(lexicon::isMeasure);
        if (mention.mine()) {
            owner();
        }
        if (against) {
            return Fit.OTHER;
        }
        return doubt || measured || !covers(mention.names()) ? Fit.UNKNOWN : Fit.MATCH;
    }

    private void places() {
        for (Place place : said) {
            List<Place> known = item.places().stream()
                    .filter(each -> each.dimension().equals(place.dimension()))
                    .toList();
            boolean wanted = said.stream()
                    .filter(each -> each.dimension().equals(place.dimension()))
                    .anyMatch(known::contains);
            boolean everywhere = mention.all() && place.dimension().equals("side");
            if (wanted || everywhere) {
                evidence = true;
            } else if (known.isEmpty()) {
                doubt = true;
            } else {
                against = true;
            }
        }
    }

    private void sort() {
        Set<String> families = new LinkedHashSet<>();
        mention.classes().forEach(each -> families.addAll(lexicon.families(each)));
        if (!families.isEmpty() && families.stream().noneMatch(deed.families()::contains)) {
            doubt = true;
        }
    }

    /**
     * Whether the words make up the object's name ({@code the training jobs}: {@code train-0711}), or, where options choose the
     * objects, those options.
     */
    private boolean isDescribed() {
        boolean fact = mention.words().stream()
                .anyMatch(word -> lexicon.isMeasure(word) || !mention.names().isEmpty());
        if (doubt || fact) {
            return false;
        }
        if (item.listed().isEmpty() && deed.unlimited() && !mention.words().isEmpty()) {
            return covers(mention.words())
                    && (!mention.mine() || pieces.stream().anyMatch(deed.scene().me()::contains));
        }
        if (mention.mine()
                || mention.words().stream().anyMatch(word -> lexicon.state(word).isPresent())) {
            return false;
        }
        List<String> stems = Thing.pieces(item.text().substring(item.text().lastIndexOf('/') + 1)).stream()
                .filter(piece -> piece.matches("[a-z]{3,}") && !lexicon.isClass(piece))
                .filter(piece -> lexicon.place(piece).isEmpty())
                .toList();
        return !stems.isEmpty()
                && stems.stream().allMatch(stem -> mention.words().stream().anyMatch(word -> has(Set.of(stem), word)));
    }

    /** Whether everything that was said is found in the object or in the command. */
    private boolean covers(Iterable<String> all) {
        for (String each : all) {
            boolean sort = lexicon.isClass(each) || lexicon.place(each).isPresent();
            if (!sort && !isAmong(each) && !pieces.containsAll(Thing.pieces(each))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the object is one of those that a pattern or a range stands for. */
    private boolean isAmong(String pattern) {
        return Patterns.isPattern(pattern)
                && item.pieces().stream()
                        .anyMatch(piece -> Patterns.matches(pattern, piece)
                                || Patterns.matches(pattern, piece.replaceFirst("^[a-z]+0*(?=[0-9])", "")));
    }

    /** A name that is less than the whole: a number of a ticket, a part of a branch's name. */
    private void partOfName(String name) {
        Set<String> wanted = Thing.pieces(name);
        if (isAmong(name) || !wanted.isEmpty() && item.pieces().containsAll(wanted)) {
            evidence = true;
        } else if (pieces.containsAll(wanted)) {
            unmatched = true;
        } else {
            against = true;
        }
    }

    private void word(String word) {
        Optional<State> state = lexicon.state(word);
        if (state.isPresent() && item.listed().isPresent()) {
            state(word, state.get(), item.listed().get());
            return;
        }
        Set<String> own = item.pieces();
        if (has(own, word) || state.isPresent() && state.get().words().stream().anyMatch(own::contains)) {
            evidence = true;
        } else if (deed.scene().things().stream().anyMatch(other -> has(other.pieces(), word))) {
            against = true;
        } else if (pieces.containsAll(Thing.pieces(word))) {
            unmatched = true;
        } else if (lexicon.isMeasure(word) || item.listed().isEmpty()) {
            doubt = true;
        } else {
            unmatched = true;
        }
    }

    private static boolean has(Set<String> pieces, String word) {
        return pieces.contains(word)
                || pieces.contains(word + "s")
                || word.contains("-") && pieces.containsAll(Thing.pieces(word))
                || word.length() > 3 && pieces.stream().anyMatch(piece -> isStem(piece, word));
    }

    /** Whether one word is a short form of the other: {@code train}, {@code training}. */
    private static boolean isStem(String one, String other) {
        String shorter = one.length() < other.length() ? one : other;
        String longer = one.length() < other.length() ? other : one;
        return shorter.length() > 3 && longer.startsWith(shorter) && !shorter.equals(longer);
    }

    private void state(String word, State state, Thing thing) {
        for (Map.Entry<String, String> property : thing.properties().entrySet()) {
            if (property.getKey().contains(word)) {
                boolean no = NO.contains(property.getValue().toLowerCase(Locale.ROOT));
                evidence |= !no;
                against |= no;
                return;
            }
        }
        if (thing.pieces().stream().anyMatch(state.words()::contains)) {
            evidence = true;
        } else if (deed.scene().things().stream()
                .anyMatch(other -> other.pieces().stream().anyMatch(state.words()::contains))) {
            against = true;
        } else {
            doubt = true;
        }
    }

    private void owner() {
        Optional<String> owner = item.listed().flatMap(Owners::of);
        if (owner.isPresent()) {
            boolean mine = Owners.is(owner.get(), deed.scene().me());
            boolean seen = deed.scene().things().stream()
                    .flatMap(other -> Owners.of(other).stream())
                    .anyMatch(each -> Owners.is(each, deed.scene().me()));
            evidence |= mine;
            against |= !mine && seen;
            doubt |= !mine && !seen;
        } else if (item.pieces().stream().anyMatch(deed.scene().me()::contains)) {
            evidence = true;
        } else {
            against |= item.listed().isPresent()
                    && deed.scene().things().stream()
                            .anyMatch(other -> other.pieces().stream()
                                    .anyMatch(deed.scene().me()::contains));
        }
    }
}
