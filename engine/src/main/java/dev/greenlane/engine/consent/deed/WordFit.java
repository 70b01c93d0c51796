package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.consent.words.Lexicon.State;
import dev.greenlane.engine.consent.words.Mention;
import dev.greenlane.engine.listing.Thing;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Holds the sort of thing, the words and the parts of names that were said against an object. */
final class WordFit {

    private final Lexicon lexicon = Lexicon.standard();
    private final Held held;
    private final Mention mention;
    private final Deed deed;
    private final Item item;
    private final Set<String> pieces;
    private final Beside beside;
    private final ListedFit listed;
    private final Evidence evidence;

    WordFit(Held held, Evidence evidence) {
        this.held = held;
        this.mention = held.mention();
        this.deed = held.deed();
        this.item = held.item();
        this.pieces = held.pieces();
        this.beside = new Beside(held);
        this.listed = new ListedFit(held, evidence);
        this.evidence = evidence;
    }

    /** Holds all that was said against the object. */
    void gather() {
        sort();
        mention.names().forEach(this::partOfName);
        mention.words().forEach(this::word);
    }

    private void sort() {
        Set<String> own = Thing.pieces(Names.last(item.text()));
        boolean kind = mention.classes().stream()
                .anyMatch(each -> own.contains(each)
                        || own.contains(each + "s")
                        || own.stream().anyMatch(piece -> lexicon.kinds(piece).contains(each)));
        Set<String> families = new LinkedHashSet<>();
        mention.classes().forEach(each -> families.addAll(lexicon.families(each)));
        evidence.ofKind = kind;
        evidence.doubt |= !kind && !families.isEmpty() && families.stream().noneMatch(deed.families()::contains);
    }

    /** A name that is less than the whole: a number of a ticket, a part of a branch's name. */
    private void partOfName(String name) {
        Set<String> wanted = Thing.pieces(name);
        boolean others = name.matches("\\d+")
                && !held.isWithin(name)
                && !held.own().containsAll(wanted)
                && beside.isOfAnother(name);
        if (others
                || deed.items().stream()
                        .anyMatch(other -> !other.equals(item)
                                && !held.own().containsAll(wanted)
                                && Thing.pieces(Names.last(other.text())).containsAll(wanted))) {
            evidence.against = true;
            return;
        }
        boolean within = held.isWithin(name);
        boolean sister = name.matches(".*\\D.*")
                && Names.last(Names.normal(item.text())).endsWith("-" + name.toLowerCase(Locale.ROOT));
        boolean part = !sister && !wanted.isEmpty() && held.own().containsAll(wanted);
        if (isValue(name) || isOfVersion(name) || held.isAmong(name) || isNumbered(name) || part && !within) {
            evidence.found = true;
        } else if (part || pieces.containsAll(wanted)) {
            evidence.unmatched = true;
        } else if (within && item.path() && (name.startsWith("/") || name.startsWith("~"))) {
            evidence.against = true;
        } else if (within) {
            evidence.strange = true;
            evidence.doubt |= !deed.tool() && Held.isFileOrHost(name);
        } else if (Patterns.isPattern(name)
                && deed.values().stream().anyMatch(value -> Patterns.matches(name, value))) {
            evidence.unmatched = true;
        } else {
            evidence.against = true;
        }
    }

    /** A word of the mention, of whatever sort. */
    private void word(String word) {
        Optional<State> state = lexicon.state(word);
        if (state.isPresent() && item.listed().isPresent()) {
            listed.state(word, state.get(), item.listed().get());
            return;
        }
        if (item.listed().isPresent() && listed.flag(word, item.listed().get())) {
            return;
        }
        Optional<Boolean> ofMonth = Months.isMonth(word) ? Months.listed(word, item) : Optional.empty();
        if (ofMonth.isPresent() && !Months.tell(item)) {
            evidence.found |= ofMonth.get();
            evidence.against |= !ofMonth.get();
            return;
        }
        if (Months.isMonth(word) && Months.tell(item)) {
            boolean fits = Months.fit(word, mention.words(), item);
            evidence.found |= fits;
            evidence.against |= !fits;
            return;
        }
        Set<String> own = held.own();
        boolean container = mention.within().contains(word) || mention.within().contains(word + "s");
        if (container
                && held.isOwn(own, word)
                && mention.classes().stream().noneMatch(own::contains)
                && (!mention.classes().isEmpty() || mention.words().size() > 1)
                && item.listed().isEmpty()) {
            evidence.unmatched = true;
            return;
        }
        if (mention.titles().contains(word)
                && held.isOwn(own, word)
                && item.names().stream()
                        .noneMatch(name -> Names.last(Names.normal(name)).equals(word))) {
            evidence.doubt |= !lexicon.isClass(word)
                    && item.names().stream()
                            .anyMatch(name -> Pieces.joined(Names.last(name)).startsWith(Pieces.joined(word)));
            evidence.found = true;
            return;
        }
        if (held.isOwn(own, word)
                || state.isPresent() && state.get().words().stream().anyMatch(own::contains)) {
            evidence.found = true;
        } else if (isAsked(word)) {
            evidence.asked |= !mention.within().contains(word);
        } else if (!mention.within().contains(word)
                && (beside.isOfAnother(word)
                        || isSister(word)
                        || beside.isListed(word)
                        || deed.together() == 1 && beside.isOnlyOfListed(word))) {
            evidence.against = true;
        } else if (pieces.containsAll(Thing.pieces(word))) {
            evidence.unmatched = true;
        } else if (lexicon.isMeasure(word) || state.isPresent()) {
            evidence.doubt = true;
        } else {
            evidence.strange = true;
            evidence.doubt |= mention.owners().contains(word) || isHalf(word);
        }
    }

    /** Whether a word is one that the listing was asked for: {@code the perf machines}, listed by their team. */
    private boolean isAsked(String word) {
        return item.listed()
                .filter(thing -> Pieces.has(thing.askedPieces(), word))
                .isPresent();
    }

    /** Whether a number is that of the object, however it is written there: {@code part 3} is {@code part-003}. */
    private boolean isNumbered(String name) {
        return name.matches("\\d{1,12}")
                && item.names().stream()
                        .flatMap(each -> Thing.pieces(Names.last(each)).stream())
                        .map(piece -> piece.replaceFirst("^[a-z]*0*(?=[0-9])", ""))
                        .anyMatch(name::equals);
    }

    /** Whether things of a version were spoken of, and this is one: {@code all the 2.0.0 tags}, {@code v2.0.0-rc1}. */
    private boolean isOfVersion(String name) {
        return mention.plural()
                && name.matches("v?\\d+(?:\\.\\d+)+")
                && item.names().stream()
                        .map(Names::normal)
                        .map(Names::last)
                        .anyMatch(each -> each.replaceFirst("^v(?=\\d)", "")
                                .matches(Pattern.quote(Names.normal(name)) + "(?:[-+.].*)?"));
    }

    /** Whether a name stands in a column of the listing by itself: {@code the mails from ana@example.com}. */
    private boolean isValue(String name) {
        return name.length() > 3
                && item.listed()
                        .filter(thing -> thing.properties().values().stream().anyMatch(name::equalsIgnoreCase))
                        .isPresent();
    }

    /** Whether a word with hyphens is made of some of the pieces of the name, and not as it is: {@code site-a} for {@code site-old-a}. */
    private boolean isSister(String word) {
        return word.contains("-") && Thing.pieces(item.text()).containsAll(Thing.pieces(word));
    }

    /** Whether a word with hyphens has pieces of the name and others: {@code site-b} for {@code site-a-old}. */
    private boolean isHalf(String word) {
        Set<String> own = held.own();
        Set<String> wanted = Thing.pieces(word);
        return wanted.size() > 1
                && !mention.within().contains(word)
                && !mention.within().contains(word + "s")
                && !Collections.disjoint(own, wanted)
                && !wanted.stream().allMatch(piece -> Pieces.has(pieces, piece));
    }
}
