package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.consent.words.Clause.Mood;
import dev.greenlane.engine.consent.words.Lexicon.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads one clause: its mood, its verbs and what it is about. */
final class ClauseReader {

    private static final Set<String> DATA = Set.of("data", "cloud");

    /** How far from its verb an object is told by its sort. */
    private static final int NEAR = 6;

    private final Row row;
    private final VerbPlace place;
    private final Heard heard = new Heard();
    private final Denials denials;
    private final ClauseVerbs verbs;

    private ClauseReader(Row row) {
        this.row = row;
        this.place = new VerbPlace(row);
        this.denials = new Denials(row, place);
        this.verbs = new ClauseVerbs(row, heard, place);
    }

    /**
     * What is known of a clause from where it stands.
     *
     * @param when the words of its condition; empty where it has none
     */
    record Frame(boolean question, boolean condition, boolean checks, boolean exclusion, String when, String quote) {}

    static Clause read(List<Token> tokens, Frame frame, Lexicon lexicon) {
        return new ClauseReader(new Row(tokens, lexicon)).clause(frame);
    }

    private Clause clause(Frame frame) {
        boolean wonders =
                row.is(0, Sort.INVERTED) && !row.is(1, Sort.PLAIN_DENIALS) && !row.is(1, Sort.BECOMING) && asksWhether()
                        || frame.question && (asksWhether() || !row.has(Cue.REQUESTS));
        for (int at = 0; at < row.size(); at++) {
            at += token(at);
        }
        verbs.deployed();
        wonders |= (!row.has(Cue.REQUESTS) || frame.question && asksForWords()) && wonders();
        List<Mention> mentions = MentionReader.read(row, heard.used);
        if (heard.keeps && mentions.stream().anyMatch(mention -> mention.all() && !mention.tells())) {
            heard.operations.addAll(Set.of("delete", "stop", "restart"));
        }
        if (row.has(Cue.TRIES) && !heard.prohibits) {
            heard.operations.clear();
            heard.operations.add("read");
        }
        Mood mood = new ClauseMood(row, heard).mood(frame, wonders, mentions);
        if (mood == Mood.STATEMENT && heard.operations.isEmpty() && row.has(Cue.UNNEEDED)) {
            heard.operations.add(Clause.UNNEEDED);
        }
        List<Mention> about = mood == Mood.STATEMENT ? told(mentions) : mentions;
        boolean waits = mood == Mood.CONDITION || mood == Mood.CHECK;
        String condition = waits && !heard.later ? frame.when : "";
        return new Clause(
                mood, heard.operations, about, List.of(), trailing(about), heard.limits, condition, 0, frame.quote);
    }

    /** {@code Do we need to delete it?} asks whatever follows; {@code can you} does not. */
    private boolean asksWhether() {
        return row.size() > 1 && row.is(0, Sort.ASKING) && !row.word(1).equals("you");
    }

    /** {@code What would you delete?} asks, whatever follows. */
    private boolean asksForWords() {
        return row.cue(Cue.INQUIRES, 0).isPresent();
    }

    /** Whether the clause asks, and does not only join a question word to an order: {@code make what is in it writable}. */
    private boolean wonders() {
        for (int at = 0; at < Math.min(4, row.size()); at++) {
            int length = row.cue(Cue.WONDERS, at).orElse(0);
            if (length > 1 || length == 1 && (at == 0 || row.token(at).isUnspaced())) {
                return true;
            }
            if (row.verb(at).filter(found -> verbs.counts(found.meaning(), 0)).isPresent()) {
                return false;
            }
        }
        return false;
    }

    /** Takes what begins at a token; returns how many more tokens belong to it. */
    private int token(int at) {
        if (isDeparture(at)) {
            heard.operations(Set.of("delete"), at);
            return heard.take(at, 1);
        }
        for (Cue cue : List.of(Cue.ASKS, Cue.IDLE, Cue.LETS)) {
            Optional<Integer> length = row.cue(cue, at);
            if (length.isPresent() && !(cue == Cue.LETS && denials.isUnwanted(at, length.get()))) {
                heard.asks |= cue == Cue.ASKS;
                return heard.take(at, length.get());
            }
        }
        int phrase = row.verb(at).map(Verbs.At::words).orElse(0);
        Optional<Integer> denial = denials.at(at).filter(length -> length >= phrase);
        if (denial.isPresent() && heard.operations.isEmpty() && denials.ofNeed(at + denial.get())) {
            return heard.take(at, denial.get() + 1);
        }
        if (denial.isPresent() && row.until(at).has(Sort.ENSURING)) {
            heard.operations.clear();
        }
        if (denial.isPresent() && (heard.operations.isEmpty() || deniesObject(at))) {
            heard.prohibition(
                    at, row.is(at, Sort.WEAK) || row.cue(Cue.PROHIBITS, at).isEmpty(), denial.get());
            return heard.take(at, denial.get());
        }
        Optional<Integer> limit = row.cue(Cue.LIMITS, at);
        if (limit.isPresent()) {
            heard.limits |= !row.is(at, Sort.FILLERS);
            heard.justs = true;
            return heard.take(at, limit.get());
        }
        Optional<Integer> later = row.cue(Cue.LATER, at);
        if (later.isPresent() && !isOfTime(at) && !isContent(at)) {
            heard.later = true;
            return heard.take(at, later.get());
        }
        heard.authors |= isAuthored(at) && heard.operations.isEmpty() && place.begins(at);
        Optional<Integer> keep =
                row.cue(Cue.KEEPS, at).filter(length -> length >= phrase).filter(length -> keeps(at, length));
        if (keep.isPresent()) {
            heard.keeps = !row.has(Sort.CONTAINED);
            return heard.take(at, keep.get());
        }
        if (row.cue(Cue.LOOKS, at).isPresent() && place.begins(at) && !place.isWishToSee(at)) {
            heard.looks |= row.verb(at).filter(verb -> verb.length() > 1).isEmpty();
            heard.looksFrom = heard.looks ? at : heard.looksFrom;
        }
        return verbs.take(at);
    }

    /** {@code add a test} is to be written; {@code add a column} is not. */
    private boolean isAuthored(int at) {
        return row.cue(Cue.AUTHORS, at).isPresent()
                && IntStream.range(at + 1, Math.min(row.size(), at + NEAR))
                        .takeWhile(next -> !row.isMark(next))
                        .mapToObj(next -> row.lexicon().families(row.word(next)))
                        .noneMatch(families -> families.contains("data") && DATA.containsAll(families));
    }

    /** Whether words that keep something are said of what is spoken of. */
    private boolean keeps(int at, int length) {
        return heard.operations.isEmpty()
                && !isPlaceToStay(at)
                && !isHabit(at)
                && (place.begins(at) || at < 3 || at + length == row.size());
    }

    /** Whether words for a time only tell which thing is meant: {@code the plan for next week}. */
    private boolean isOfTime(int at) {
        if (row.until(at).has(Sort.TELLING) && !row.is(at, Sort.NOW) && row.is(at, Sort.AT_TIMES)) {
            return true;
        }
        return at > 0 && row.is(at - 1, Sort.OF_TIMES);
    }

    /** {@code tell Kim that it is due tomorrow}: what is to be told, and not when. */
    private boolean isContent(int at) {
        return heard.operations.contains("send") && row.until(at).has(Sort.COMPLEMENTS);
    }

    /** {@code remove nothing}: what is denied stands behind its verb. */
    private boolean deniesObject(int at) {
        return at > 0 && heard.used.contains(at - 1) && row.is(at, Sort.NOTHING);
    }

    /** {@code customers keep asking}. */
    private boolean isHabit(int at) {
        return at > 0
                && at + 1 < row.size()
                && row.word(at).startsWith("keep")
                && row.word(at + 1).endsWith("ing")
                && !row.word(at + 1).equals("running")
                && !place.begins(at);
    }

    /** {@code a place to stay}. */
    private boolean isPlaceToStay(int at) {
        return at > 1
                && row.word(at - 1).equals("to")
                && row.word(at).equals("stay")
                && row.cue(Cue.REQUESTS, at - 2).isEmpty();
    }

    /** {@code it has to leave}: nothing stands behind it that is to be left. */
    private boolean isDeparture(int at) {
        return row.word(at).equals("leave")
                && row.ends(at + 1)
                && (row.is(at - 1, Sort.MODALS) || row.word(at - 1).equals("to") && row.is(at - 2, Sort.DESIRING));
    }

    /** What a statement is about; where it tells of a deed, also what that was done to: {@code the push failed, I rebased topic/x}. */
    private List<Mention> told(List<Mention> mentions) {
        List<Mention> subjects = MentionReader.subjects(row, heard.used);
        boolean deed = !subjects.isEmpty()
                && subjects.stream()
                        .allMatch(mention -> mention.names().isEmpty()
                                && mention.classes().isEmpty()
                                && !mention.words().isEmpty()
                                && mention.words().stream()
                                        .allMatch(
                                                word -> !row.lexicon().act(word).isEmpty()));
        return deed || isNamed()
                ? mentions.stream()
                        .filter(mention ->
                                subjects.contains(mention) || !mention.names().isEmpty())
                        .toList()
                : subjects;
    }

    /** {@code the lock id is 77aa-11}. */
    private boolean isNamed() {
        int last = row.size() - 1;
        while (last > 0 && row.isMark(last)) {
            last--;
        }
        return last > 1 && row.isName(last) && row.is(last - 1, Sort.PREDICATES);
    }

    /** The place at the end of a list, which is that of all: {@code 12, 13 and 14 in staging}. */
    private static Set<Place> trailing(List<Mention> mentions) {
        boolean last = mentions.size() > 1
                && mentions.subList(0, mentions.size() - 1).stream()
                        .allMatch(mention -> mention.places().isEmpty());
        return last ? mentions.getLast().places() : Set.of();
    }
}
