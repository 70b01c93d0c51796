package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.consent.words.Clause.Mood;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What kind of utterance a clause is, by what its words have said. */
final class ClauseMood {

    private static final Set<String> BEGINNING = Set.of("start", "run", "restart", "create", "schedule");

    /** What a look, a word with somebody, an approval is read as. */
    private static final Set<String> LOOKING = Set.of("read", "send", "approve", "merge", "close", "people", "run");

    /** How far behind a need stands what is needed. */
    private static final int NEAR = 6;

    private final Row row;
    private final Heard heard;

    ClauseMood(Row row, Heard heard) {
        this.row = row;
        this.heard = heard;
    }

    Mood mood(ClauseReader.Frame frame, boolean wonders, List<Mention> mentions) {
        if (frame.exclusion()) {
            return Mood.PROHIBITION;
        }
        if (heard.asks || !heard.prohibits && !heard.keeps && comesFirst()) {
            return Mood.ASK_FIRST;
        }
        boolean places = mentions.stream().anyMatch(mention -> !mention.places().isEmpty());
        if ((heard.operations.isEmpty() || heard.operations.contains("read"))
                && !heard.prohibits
                && (places || !heard.keeps)
                && row.has(Cue.SCOPES)) {
            return Mood.SCOPE;
        }
        boolean empty = heard.operations.isEmpty() && !heard.keeps && heard.weakly;
        boolean nothing = empty && !row.is(heard.prohibitedFrom, Sort.PLAIN_DENIALS);
        if (!isMeans()
                && (nothing
                        || empty
                                && mentions.stream()
                                        .noneMatch(each -> !each.names().isEmpty()
                                                || !each.places().isEmpty()))) {
            return Mood.STATEMENT;
        }
        if (heard.prohibits || heard.keeps) {
            boolean told = !heard.keeps
                    && (isFailure()
                            || heard.operations.isEmpty() && isReport()
                            || BEGINNING.containsAll(heard.operations) && row.has(Cue.ENDS));
            return told ? Mood.STATEMENT : Mood.PROHIBITION;
        }
        if (heard.looks && heard.justs && heard.operations.stream().allMatch(each -> each.equals("read"))) {
            return Mood.ONLY_LOOK;
        }
        if (heard.operations.isEmpty() || isOfOthers()) {
            return Mood.STATEMENT;
        }
        if (wonders) {
            return Mood.QUESTION;
        }
        if (tellsOfDone(mentions)) {
            return Mood.STATEMENT;
        }
        if (heard.later && !row.has(Sort.NOW) && !isOfCalendars(mentions)) {
            return Mood.CONDITION;
        }
        return frame.condition() ? frame.checks() ? Mood.CHECK : Mood.CONDITION : Mood.ORDER;
    }

    /** {@code I'd like to look at it first}, {@code Kim has to confirm first}, {@code it needs Kim's approval}: until then it waits. */
    private boolean comesFirst() {
        boolean harmless = heard.operations.stream().allMatch(LOOKING::contains);
        return harmless && !tellsOfPast() && (isBefore() || lacksApproval());
    }

    /** {@code reproduced shop/web 77 on 1.29: it goes away}: a note of what has been done; but {@code merged branches can go}. */
    private boolean tellsOfDone(List<Mention> mentions) {
        int first = row.is(0, Sort.SPEAKERS) ? 1 : 0;
        if (row.size() < first + 2
                || !row.word(first).endsWith("ed")
                || row.word(first).endsWith("eed")) {
            return false;
        }
        String next = row.word(first + 1);
        boolean named = mentions.stream().anyMatch(mention -> mention.names().contains(next))
                && next.chars().anyMatch(each -> Character.isDigit(each) || each == '/');
        return named && !row.has(Sort.MODALS);
    }

    private boolean tellsOfPast() {
        return IntStream.range(0, row.size())
                .anyMatch(at -> row.word(at).endsWith("ed") && !row.lexicon().isNoise(row.word(at))
                        || row.lexicon().isPast(row.word(at))
                                && row.cue(Cue.LOOKS, at).isEmpty());
    }

    private boolean isBefore() {
        int last = row.size() - 1;
        while (last > 1 && (row.isMark(last) || row.lexicon().isNoise(row.word(last)) && !row.is(last, Sort.FIRST))) {
            last--;
        }
        return row.is(last, Sort.FIRST)
                && row.verb(0).isEmpty()
                && IntStream.range(0, last)
                        .anyMatch(at -> row.is(at, Sort.APPROVING)
                                && !row.is(at - 1, Sort.BEFORE_NOUNS)
                                && !row.word(at - 1).equals("you"));
    }

    private boolean lacksApproval() {
        for (int at = 0; at < row.size(); at++) {
            if (row.is(at, Sort.LACKING)) {
                return IntStream.range(at + 1, Math.min(row.size(), at + NEAR))
                        .takeWhile(next -> !row.isMark(next))
                        .anyMatch(next -> row.is(next, Sort.APPROVALS) && row.ends(next + 1));
            }
        }
        return false;
    }

    /** "Nothing with sudo" forbids the means; other nothings without a verb only tell. */
    private boolean isMeans() {
        return heard.prohibitedFrom + 1 < row.size() && row.is(heard.prohibitedFrom + 1, Sort.BY_MEANS);
    }

    /** Whether it is told of something what it cannot or does not do: {@code 340 can't be reproduced}. */
    private boolean isReport() {
        boolean habit = row.word(heard.prohibitedFrom).equals("never")
                && heard.prohibitedFrom + 1 < row.size()
                && row.word(heard.prohibitedFrom + 1).endsWith("s");
        return (habit || row.is(heard.prohibitedFrom, Sort.UNABLE))
                && IntStream.range(0, heard.prohibitedFrom)
                        .anyMatch(at -> !row.isMark(at) && !row.word(at).equals("you") && !row.is(at, Sort.JOINS));
    }

    /** Whether it is told of something what it does not do: {@code nginx won't start}; but {@code Kim doesn't want it deleted}. */
    private boolean isFailure() {
        int at = heard.prohibitedFrom;
        boolean not = row.word(at).equals("not") && row.is(at - 1, Sort.FAILING);
        int next = at + 1;
        boolean wish = row.is(next, Sort.DESIRING) || row.is(next, Sort.WANTING) || row.is(next, Sort.ASKED_OF);
        int subject = not ? at - 1 : at;
        return (not || row.is(at, Sort.FAILING))
                && !wish
                && subject > 0
                && IntStream.range(0, subject)
                        .noneMatch(each ->
                                row.is(each, Sort.SPEAKERS) || row.word(each).equals("you") || row.isMark(each));
    }

    /** Whether a page, a file or the like says it, and nobody who may order anything. */
    private boolean isWritten() {
        if (row.is(0, Sort.CITING) && row.has(Sort.WRITINGS)) {
            return true;
        }
        for (int at = 1; at < row.size() && row.verb(0).isEmpty(); at++) {
            if (row.is(at, Sort.SAYING) && row.until(at).has(Sort.WRITINGS)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a clause tells a purpose, or what somebody does without help: {@code so that I can delete it}. */
    private boolean isOfOthers() {
        if (isOfThinker() || isBySomebody()) {
            return true;
        }
        boolean purpose = row.size() > 1 && row.word(0).equals("that") && row.is(1, Sort.PURPOSED);
        return purpose || isWritten() || row.has(Sort.ALONE);
    }

    /** {@code Kim thinks we should delete it}: nobody who may order it says so. */
    private boolean isOfThinker() {
        for (int at = 1; at < row.size(); at++) {
            if (row.is(at, Sort.THINKING)) {
                return IntStream.range(0, at).noneMatch(each -> row.is(each, Sort.SPEAKERS) || row.isMark(each))
                        && row.verb(0).isEmpty();
            }
        }
        return false;
    }

    /** {@code it is going to be deleted by Kim}; but {@code by tonight}, {@code by hand}. */
    private boolean isBySomebody() {
        return IntStream.range(2, row.size() - 1)
                .anyMatch(at -> row.word(at).equals("by")
                        && row.word(at - 1).endsWith("ed")
                        && row.verb(0).isEmpty()
                        && row.token(at + 1).isWord()
                        && !row.lexicon().isNoise(row.word(at + 1))
                        && !row.is(at + 1, Sort.TIMES)
                        && row.ends(at + 2));
    }

    /** {@code cancel the meeting tomorrow}: what lies in a calendar is called by its time. */
    private boolean isOfCalendars(List<Mention> mentions) {
        return row.has(Sort.SCHEDULED)
                || mentions.stream()
                        .anyMatch(mention -> mention.classes().stream()
                                .anyMatch(word -> row.lexicon().is(Sort.SCHEDULED, word)));
    }
}
