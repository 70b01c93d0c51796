package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.consent.words.Clause.Mood;
import dev.greenlane.engine.consent.words.Forms.Form;
import dev.greenlane.engine.consent.words.Lexicon.Place;
import dev.greenlane.engine.consent.words.Verbs.Verb;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one clause: its mood, its verbs and what it is about. */
final class ClauseReader {

    /** Words that say that somebody does it without help. */
    /** What things do that are there. */
    private static final Set<String> BEING = Set.of("start", "run", "create", "schedule", "read");

    /** Stands in a statement for what may be done with what nobody needs. */
    static final String UNNEEDED = "unneeded";

    private static final Set<String> BEGINNING = Set.of("start", "run", "restart", "create", "schedule");

    private static final int REACH = 4;
    private static final int FARTHEST = 9;
    /** Of a word that begins the clause: {@code nothing below the old folder may be deleted}. */
    private static final int FAR_REACH = 10;

    private final List<Token> tokens;
    private final Lexicon lexicon;
    private final VerbPlace place;
    private final Set<Integer> used = new HashSet<>();
    private final Set<String> operations = new LinkedHashSet<>();
    private boolean prohibits;
    private boolean weakly;
    private int prohibitedFrom;
    private boolean keeps;
    private boolean limits;
    private boolean justs;
    private boolean looks;
    private int looksFrom;
    private boolean authors;
    private boolean later;
    private boolean asks;

    private ClauseReader(List<Token> tokens, Lexicon lexicon) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        this.place = new VerbPlace(tokens, lexicon);
    }

    /** What is known of a clause from where it stands. */
    record Frame(boolean question, boolean condition, boolean checks, boolean exclusion, String quote) {}

    static Clause read(List<Token> tokens, Frame frame, Lexicon lexicon) {
        return new ClauseReader(tokens, lexicon).clause(frame);
    }

    private Clause clause(Frame frame) {
        boolean wonders = frame.question && (asksWhether() || !has(Cue.REQUESTS));
        for (int at = 0; at < tokens.size(); at++) {
            at += word(at);
        }
        wonders |= (!has(Cue.REQUESTS) || frame.question && asksForWords()) && wonders();
        List<Mention> mentions = MentionReader.read(tokens, used, lexicon);
        if (keeps && mentions.stream().anyMatch(mention -> mention.all() && !mention.tells())) {
            operations.addAll(Set.of("delete", "stop", "restart"));
        }
        if (has(Cue.TRIES) && !prohibits) {
            operations.clear();
            operations.add("read");
        }
        Mood mood = mood(frame, wonders, mentions);
        if (mood == Mood.STATEMENT && operations.isEmpty() && has(Cue.UNNEEDED)) {
            operations.add(UNNEEDED);
        }
        List<Mention> about = mood == Mood.STATEMENT ? told(mentions) : mentions;
        return new Clause(mood, operations, about, List.of(), trailing(about), limits, 0, frame.quote);
    }

    /** What a statement is about; where it tells of a deed, also what that was done to: {@code the push failed, I rebased topic/x}. */
    private List<Mention> told(List<Mention> mentions) {
        List<Mention> subjects = MentionReader.subjects(tokens, used, lexicon);
        boolean deed = !subjects.isEmpty()
                && subjects.stream()
                        .allMatch(mention -> mention.names().isEmpty()
                                && mention.classes().isEmpty()
                                && !mention.words().isEmpty()
                                && mention.words().stream()
                                        .allMatch(word -> !lexicon.act(word).isEmpty()));
        return deed || isNamed()
                ? mentions.stream()
                        .filter(mention ->
                                subjects.contains(mention) || !mention.names().isEmpty())
                        .toList()
                : subjects;
    }

    /** {@code the lock id is 77aa-11}. */
    private boolean isNamed() {
        int last = tokens.size() - 1;
        while (last > 0 && isMark(last)) {
            last--;
        }
        return last > 1
                && tokens.get(last).kind() == Token.Kind.NAME
                && lexicon.is(Sort.PREDICATES, tokens.get(last - 1).lower());
    }

    /** The place at the end of a list, which is that of all: {@code 12, 13 and 14 in staging}. */
    private static Set<Place> trailing(List<Mention> mentions) {
        boolean last = mentions.size() > 1
                && mentions.subList(0, mentions.size() - 1).stream()
                        .allMatch(mention -> mention.places().isEmpty());
        return last ? mentions.getLast().places() : Set.of();
    }

    /** "Nothing with sudo" forbids the means; other nothings without a verb only tell. */
    private boolean isMeans() {
        return prohibitedFrom + 1 < tokens.size()
                && lexicon.is(Sort.BY_MEANS, tokens.get(prohibitedFrom + 1).lower());
    }

    private Mood mood(Frame frame, boolean wonders, List<Mention> mentions) {
        if (frame.exclusion) {
            return Mood.PROHIBITION;
        }
        if (asks) {
            return Mood.ASK_FIRST;
        }
        boolean places = mentions.stream().anyMatch(mention -> !mention.places().isEmpty());
        if ((operations.isEmpty() || operations.contains("read"))
                && !prohibits
                && (places || !keeps)
                && has(Cue.SCOPES)) {
            return Mood.SCOPE;
        }
        boolean empty = operations.isEmpty() && !keeps && weakly;
        boolean nothing = empty
                && !lexicon.is(Sort.PLAIN_DENIALS, tokens.get(prohibitedFrom).lower());
        if (!isMeans()
                && (nothing
                        || empty
                                && mentions.stream()
                                        .noneMatch(each -> !each.names().isEmpty()
                                                || !each.places().isEmpty()))) {
            return Mood.STATEMENT;
        }
        if (prohibits || keeps) {
            boolean told = !keeps
                    && (isFailure()
                            || operations.isEmpty() && isReport()
                            || BEGINNING.containsAll(operations) && has(Cue.ENDS));
            return told ? Mood.STATEMENT : Mood.PROHIBITION;
        }
        if (looks && justs && operations.stream().allMatch(each -> each.equals("read"))) {
            return Mood.ONLY_LOOK;
        }
        if (operations.isEmpty() || isOfOthers()) {
            return Mood.STATEMENT;
        }
        if (wonders) {
            return Mood.QUESTION;
        }
        if (later && !now() && !isOfCalendars(mentions)) {
            return Mood.CONDITION;
        }
        return frame.condition ? frame.checks ? Mood.CHECK : Mood.CONDITION : Mood.ORDER;
    }

    /** Whether it is told of something what it cannot or does not do: {@code 340 can't be reproduced}. */
    private boolean isReport() {
        boolean habit = tokens.get(prohibitedFrom).lower().equals("never")
                && prohibitedFrom + 1 < tokens.size()
                && tokens.get(prohibitedFrom + 1).lower().endsWith("s");
        return (habit || lexicon.is(Sort.UNABLE, tokens.get(prohibitedFrom).lower()))
                && tokens.subList(0, prohibitedFrom).stream()
                        .anyMatch(token -> token.kind() != Token.Kind.MARK
                                && !token.lower().equals("you")
                                && !lexicon.is(Sort.JOINS, token.lower()));
    }

    /** Whether it is told of something what it does not do: {@code nginx won't start}; but {@code Kim doesn't want it deleted}. */
    private boolean isFailure() {
        int at = prohibitedFrom;
        String word = tokens.get(at).lower();
        boolean not = word.equals("not")
                && at > 0
                && lexicon.is(Sort.FAILING, tokens.get(at - 1).lower());
        int next = at + 1;
        boolean wish = next < tokens.size()
                && (lexicon.is(Sort.DESIRING, tokens.get(next).lower())
                        || lexicon.is(Sort.WANTING, tokens.get(next).lower())
                        || lexicon.is(Sort.ASKED_OF, tokens.get(next).lower()));
        List<Token> subject = tokens.subList(0, not ? at - 1 : at);
        return (not || lexicon.is(Sort.FAILING, word))
                && !wish
                && subject.stream().anyMatch(token -> token.kind() != Token.Kind.MARK)
                && subject.stream()
                        .noneMatch(token -> lexicon.is(Sort.SPEAKERS, token.lower())
                                || token.lower().equals("you")
                                || token.kind() == Token.Kind.MARK);
    }

    /** {@code Do we need to delete it?} asks whatever follows; {@code can you} does not. */
    private boolean asksWhether() {
        return tokens.size() > 1
                && lexicon.is(Sort.ASKING, tokens.get(0).lower())
                && !tokens.get(1).lower().equals("you");
    }

    /** Whether a page, a file or the like says it, and nobody who may order anything. */
    private boolean isWritten() {
        for (int at = 1; at < tokens.size() && lexicon.verb(tokens, 0).isEmpty(); at++) {
            if (lexicon.is(Sort.SAYING, tokens.get(at).lower())
                    && tokens.subList(0, at).stream().anyMatch(token -> lexicon.is(Sort.WRITINGS, token.lower()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a clause tells a purpose, or what somebody does without help: {@code so that I can delete it}. */
    private boolean isOfOthers() {
        boolean purpose = tokens.size() > 1
                && tokens.get(0).lower().equals("that")
                && lexicon.is(Sort.PURPOSED, tokens.get(1).lower());
        return purpose || isWritten() || tokens.stream().anyMatch(token -> lexicon.is(Sort.ALONE, token.lower()));
    }

    private boolean now() {
        return tokens.stream().anyMatch(token -> lexicon.is(Sort.NOW, token.lower()));
    }

    /** Whether words for a time only tell which thing is meant: {@code the plan for next week}. */
    private boolean isOfTime(int at) {
        boolean told = tokens.subList(0, at).stream().anyMatch(token -> lexicon.is(Sort.TELLING, token.lower()));
        if (told
                && !lexicon.is(Sort.NOW, tokens.get(at).lower())
                && lexicon.is(Sort.AT_TIMES, tokens.get(at).lower())) {
            return true;
        }
        return at > 0 && lexicon.is(Sort.OF_TIMES, tokens.get(at - 1).lower());
    }

    /** {@code cancel the meeting tomorrow}: what lies in a calendar is called by its time. */
    private boolean isOfCalendars(List<Mention> mentions) {
        return tokens.stream().anyMatch(token -> lexicon.is(Sort.SCHEDULED, token.lower()))
                || mentions.stream()
                        .anyMatch(mention ->
                                mention.classes().stream().anyMatch(word -> lexicon.is(Sort.SCHEDULED, word)));
    }

    /** Takes what begins at a token; returns how many more tokens belong to it. */
    private int word(int at) {
        if (isDeparture(at)) {
            operations(Set.of("delete"), at);
            return take(at, 1);
        }
        for (Cue cue : List.of(Cue.ASKS, Cue.IDLE, Cue.LETS)) {
            Optional<Integer> length = lexicon.cue(cue, tokens, at);
            if (length.isPresent() && !(cue == Cue.LETS && isUnwanted(at, length.get()))) {
                asks |= cue == Cue.ASKS;
                return take(at, length.get());
            }
        }
        int phrase = lexicon.verb(tokens, at).map(Verbs.At::words).orElse(0);
        Optional<Integer> prohibition = prohibition(at)
                .or(() -> isContraction(at) ? Optional.of(1) : Optional.empty())
                .filter(length -> length >= phrase);
        if (prohibition.isPresent() && operations.isEmpty() && deniesNeed(at + prohibition.get())) {
            return take(at, prohibition.get() + 1);
        }
        if (prohibition.isPresent() && (operations.isEmpty() || deniesObject(at))) {
            prohibits = true;
            boolean known = lexicon.cue(Cue.PROHIBITS, tokens, at).isPresent();
            weakly = (lexicon.is(Sort.WEAK, tokens.get(at).lower()) || !known) && prohibition.get() == 1;
            prohibitedFrom = at;
            return take(at, prohibition.get());
        }
        Optional<Integer> limit = lexicon.cue(Cue.LIMITS, tokens, at);
        if (limit.isPresent()) {
            limits |= !lexicon.is(Sort.FILLERS, tokens.get(at).lower());
            justs = true;
            return take(at, limit.get());
        }
        Optional<Integer> later = lexicon.cue(Cue.LATER, tokens, at);
        if (later.isPresent() && !isOfTime(at)) {
            this.later = true;
            return take(at, later.get());
        }
        Optional<Integer> author = lexicon.cue(Cue.AUTHORS, tokens, at);
        if (author.isPresent() && operations.isEmpty() && place.begins(at)) {
            authors = true;
        }
        Optional<Integer> keep = lexicon.cue(Cue.KEEPS, tokens, at).filter(length -> length >= phrase);
        if (keep.isPresent()
                && operations.isEmpty()
                && !isPlaceToStay(at)
                && !isHabit(at)
                && (place.begins(at) || at < 3 || at + keep.get() == tokens.size())) {
            keeps = tokens.stream().noneMatch(token -> lexicon.is(Sort.CONTAINED, token.lower()));
            return take(at, keep.get());
        }
        Optional<Integer> look = lexicon.cue(Cue.LOOKS, tokens, at);
        if (look.isPresent() && place.begins(at) && !place.isWishToSee(at)) {
            looks |= lexicon.verb(tokens, at).filter(verb -> verb.length() > 1).isEmpty();
            looksFrom = looks ? at : looksFrom;
        }
        return verb(at);
    }

    /** What forbids here; {@code no} is Portuguese for something else. */
    private Optional<Integer> prohibition(int at) {
        boolean elsewhere = tokens.get(at).lower().equals("no")
                && tokens.stream().anyMatch(token -> lexicon.is(Sort.PORTUGUESE, token.lower()));
        return elsewhere ? Optional.empty() : lexicon.cue(Cue.PROHIBITS, tokens, at);
    }

    /** {@code it has to leave}: nothing stands behind it that is to be left. */
    private boolean isDeparture(int at) {
        boolean leaves = tokens.get(at).lower().equals("leave") && at > 0;
        if (!leaves || at + 1 < tokens.size() && !isMark(at + 1)) {
            return false;
        }
        String before = tokens.get(at - 1).lower();
        return lexicon.is(Sort.MODALS, before)
                || before.equals("to")
                        && at > 1
                        && lexicon.is(Sort.DESIRING, tokens.get(at - 2).lower());
    }

    /** {@code I don't want it deleted}: what is not wanted is a deed, and not a thing. */
    private boolean isUnwanted(int at, int length) {
        if (!tokens.get(at + length - 1).isWord()
                || !lexicon.cue(Cue.PROHIBITS, tokens, at).isPresent()) {
            return false;
        }
        for (int next = at + length; next < tokens.size() && !isMark(next); next++) {
            if (lexicon.verb(tokens, next)
                    .filter(verb -> verb.meaning().form() == Form.PAST)
                    .isPresent()) {
                return place.isWanted(next);
            }
        }
        return false;
    }

    /** {@code customers keep asking}. */
    private boolean isHabit(int at) {
        return at > 0
                && at + 1 < tokens.size()
                && tokens.get(at).lower().startsWith("keep")
                && tokens.get(at + 1).lower().endsWith("ing")
                && !tokens.get(at + 1).lower().equals("running")
                && !place.begins(at);
    }

    /** {@code a place to stay}. */
    private boolean isPlaceToStay(int at) {
        return at > 1
                && tokens.get(at - 1).lower().equals("to")
                && tokens.get(at).lower().equals("stay")
                && lexicon.cue(Cue.REQUESTS, tokens, at - 2).isEmpty();
    }

    /** {@code won't}, {@code isn't to be}: not where somebody is asked or something is told. */
    private boolean isContraction(int at) {
        String word = tokens.get(at).lower();
        if (!word.endsWith("n't") || at + 1 >= tokens.size()) {
            return false;
        }
        boolean being = lexicon.is(Sort.BEING_NOT, word);
        boolean told = lexicon.is(Sort.TOLD_NOT, word);
        return !told && (!being || tokens.get(at + 1).lower().equals("to"));
    }

    /** Whether a need is denied, and no deed: {@code we don't need the old folder}; but {@code you need not delete it}. */
    private boolean deniesNeed(int next) {
        if (lexicon.is(Sort.NOTHING, tokens.get(next - 1).lower())
                && (tokens.get(next - 1).lower().equals("no") || !isForbidden(next))) {
            return tokens.subList(next, tokens.size()).stream()
                    .takeWhile(token -> token.kind() != Token.Kind.MARK)
                    .anyMatch(token -> lexicon.is(Sort.NEEDED, token.lower()));
        }
        if (next >= tokens.size() || !lexicon.is(Sort.NEEDS, tokens.get(next).lower())) {
            return false;
        }
        for (int at = next + 1; at < tokens.size() && !tokens.get(at).isMark(","); at++) {
            boolean deed = lexicon.verb(tokens, at)
                    .filter(verb ->
                            verb.meaning().form() == Form.PAST || verb.meaning().form() == Form.BASE)
                    .filter(verb -> !BEING.containsAll(verb.meaning().operations()))
                    .isPresent();
            if (at == next + 1 && tokens.get(at).lower().equals("to") || deed) {
                return false;
            }
        }
        return true;
    }

    /** {@code nothing of it may be removed}: something other than a need is denied. */
    private boolean isForbidden(int next) {
        return tokens.subList(next, tokens.size()).stream()
                .takeWhile(token -> !lexicon.is(Sort.NEEDED, token.lower()))
                .anyMatch(token ->
                        lexicon.is(Sort.MODALS, token.lower()) || token.lower().equals("that"));
    }

    /** {@code remove nothing}: what is denied stands behind its verb. */
    private boolean deniesObject(int at) {
        return at > 0
                && used.contains(at - 1)
                && lexicon.is(Sort.NOTHING, tokens.get(at).lower());
    }

    private int verb(int at) {
        Optional<Verbs.At> found = lexicon.verb(tokens, at).filter(verb -> !isCalledSo(verb, at));
        if (found.isPresent() && counts(found.get().meaning(), at)) {
            // {@code print} is itself a look, {@code show what it would remove} is only one.
            operations(found.get().meaning().operations(), at);
            int tail = found.get().tail();
            for (int each = tail; each < tail + found.get().tailLength(); each++) {
                if (lexicon.place(tokens, each).isEmpty()) {
                    take(each, 1);
                }
            }
            return take(at, found.get().length());
        }
        String word = tokens.get(at).lower();
        if (isResult(at)) {
            operations(lexicon.result(word), at);
            return take(at, 1);
        }
        if (tokens.get(at).isWord() && isPerformed(at)) {
            operations(lexicon.act(word), at);
            return take(at, 1);
        }
        if (found.isEmpty() && tokens.get(at).isWord() && place.begins(at) && hasObject(at + 1) && !isCue(at)) {
            Set<String> meant = direction(at);
            if (meant.isEmpty()) {
                meant = lexicon.misspelled(word);
            }
            if (!meant.isEmpty()) {
                operations(meant, at);
                return take(at, 1);
            }
        }
        return 0;
    }

    /** {@code roll the lambda resize back}: behind the word for what it is stands what it is called. */
    private boolean isCalledSo(Verbs.At verb, int at) {
        return at > 1
                && verb.length() == 1
                && verb.meaning().form() == Form.BASE
                && !operations.isEmpty()
                && !prohibits
                && lexicon.isClass(tokens.get(at - 1).lower())
                && Forms.singular(tokens.get(at - 1).lower())
                        .equals(tokens.get(at - 1).lower())
                && lexicon.is(Sort.BEFORE_NOUNS, tokens.get(at - 2).lower())
                && !hasObject(at + 1, Sort.OBJECTS);
    }

    private boolean hasObject(int at, Sort sort) {
        return at < tokens.size() && lexicon.is(sort, tokens.get(at).lower());
    }

    /** Whether a word for a state stands where that state is wanted: {@code I want it gone}, {@code it should be off}. */
    private boolean isResult(int at) {
        boolean wanted = !lexicon.result(tokens.get(at).lower()).isEmpty() && place.isWanted(at) && !place.isNoun(at);
        if (!wanted) {
            return false;
        }
        int next = at + 1;
        boolean loose = lexicon.is(Sort.PARTICLES, tokens.get(at).lower())
                && !lexicon.is(Sort.LEAVING, tokens.get(at).lower());
        boolean ends = next == tokens.size()
                || isMark(next)
                || (loose
                        ? lexicon.is(Sort.RESULT_ENDS, tokens.get(next).lower())
                        : lexicon.isNoise(tokens.get(next).lower())
                                || lexicon.is(Sort.INSIDE, tokens.get(next).lower()));
        return ends && !tokens.get(at - 1).lower().equals("to") && !used.contains(at);
    }

    /** What a verb that nobody knows comes to, by where it takes its object: {@code choke it off}. */
    private Set<String> direction(int at) {
        if (lexicon.is(Sort.UNDIRECTED, tokens.get(at).lower())
                || lexicon.isNoise(tokens.get(at).lower())) {
            return Set.of();
        }
        for (int next = at + 1; next < Math.min(tokens.size(), at + FARTHEST) && !isMark(next); next++) {
            String word = tokens.get(next).lower();
            if (lexicon.is(Sort.BEING_NOW, word)
                    || lexicon.is(Sort.MODALS, word)
                    || lexicon.verb(tokens, next).isPresent()) {
                return Set.of();
            }
            if (lexicon.is(Sort.DIRECTIONS, word) && (isEnd(next + 1) || next == at + 1)) {
                return lexicon.result(word);
            }
        }
        return Set.of();
    }

    private boolean isEnd(int at) {
        return at >= tokens.size()
                || isMark(at)
                || lexicon.is(Sort.RESULT_ENDS, tokens.get(at).lower())
                || lexicon.is(Sort.INSIDE, tokens.get(at).lower());
    }

    private boolean isCue(int at) {
        return List.of(Cue.LOOKS, Cue.KEEPS, Cue.AUTHORS, Cue.WONDERS, Cue.REQUESTS).stream()
                .anyMatch(cue -> lexicon.cue(cue, tokens, at).isPresent());
    }

    private boolean hasObject(int at) {
        return at < tokens.size()
                && !isMark(at)
                && !lexicon.is(Sort.INSIDE, tokens.get(at).lower())
                && !lexicon.is(Sort.BEING_NOW, tokens.get(at).lower());
    }

    private void operations(Set<String> found, int at) {
        if (looks && !prohibits && at != looksFrom) {
            operations.add("read");
        } else if (!authors) {
            operations.addAll(found);
        }
    }

    /** Whether a noun for a deed stands where the deed is asked for: {@code go ahead with the removal}, {@code restart of web-1}. */
    private boolean isPerformed(int at) {
        if (lexicon.act(tokens.get(at).lower()).isEmpty()) {
            return false;
        }
        boolean heads = at + 1 < tokens.size()
                && (lexicon.is(Sort.HEADING, tokens.get(at + 1).lower())
                        || tokens.get(at + 1).isMark(":"));
        boolean first = tokens.subList(0, at).stream().noneMatch(token -> lexicon.is(Sort.BEFORE_NOUNS, token.lower()))
                && at < 3;
        return heads && first || has(Cue.PERFORMS);
    }

    private boolean counts(Verb verb, int at) {
        if (prohibits
                && weakly
                && operations.isEmpty()
                && at - prohibitedFrom > (isContentFree(prohibitedFrom) ? FAR_REACH : REACH)) {
            prohibits = false;
        }
        boolean adjective = verb.form() == Form.PAST && !place.isWanted(at);
        if (prohibits && operations.isEmpty() && !place.isNoun(at) && !adjective) {
            return true;
        }
        return place.orders(verb, at);
    }

    private boolean isContentFree(int end) {
        return lexicon.is(Sort.NOTHING, tokens.get(end).lower())
                && tokens.subList(0, end).stream().allMatch(token -> lexicon.isNoise(token.lower()));
    }

    private boolean isMark(int at) {
        return tokens.get(at).kind() == Token.Kind.MARK;
    }

    private int take(int at, int length) {
        for (int each = at; each < at + length; each++) {
            used.add(each);
        }
        return length - 1;
    }

    private boolean has(Cue cue) {
        for (int at = 0; at < tokens.size(); at++) {
            if (lexicon.cue(cue, tokens, at).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** {@code What would you delete?} asks, whatever follows. */
    private boolean asksForWords() {
        return lexicon.cue(Cue.INQUIRES, tokens, 0).isPresent();
    }

    /** Whether the clause asks, and does not only join a question word to an order: {@code make what is in it writable}. */
    private boolean wonders() {
        for (int at = 0; at < Math.min(4, tokens.size()); at++) {
            int length = lexicon.cue(Cue.WONDERS, tokens, at).orElse(0);
            if (length > 1 || length == 1 && at == 0) {
                return true;
            }
            if (lexicon.verb(tokens, at)
                    .filter(found -> counts(found.meaning(), 0))
                    .isPresent()) {
                return false;
            }
        }
        return false;
    }
}
