package dev.greenlane.engine.consent.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Cuts a message into sentences. */
final class MessageReader {

    private static final Set<String> ENDS = Set.of(".", "!", "?", ";", "\n", "。", "！", "？", "；", "—");
    private static final Set<String> QUESTIONS = Set.of("?", "？");
    private static final Set<String> BULLETS = Set.of("-", "*", "•", "–");

    /** What may be done with what nobody needs. */
    private static final Set<String> REMOVING = Set.of("delete", "stop", "uninstall");

    private static final int LONGEST_TAG = 5;

    private final String message;
    private final Lexicon lexicon;
    private final List<Clause> clauses = new ArrayList<>();
    /** Whether the last sentence asks. */
    private boolean asked;
    /** Whether what follows is only asked about, planned or tried. */
    private boolean framed;

    private MessageReader(String message, Lexicon lexicon) {
        this.message = message;
        this.lexicon = lexicon;
    }

    /** The clauses of a message, in order, as those of the first message. */
    static List<Clause> read(String message, Lexicon lexicon) {
        MessageReader reader = new MessageReader(message, lexicon);
        reader.sentences(Steps.apart(Token.of(message), lexicon));
        return reader.undecided(reader.unneeded());
    }

    private void sentences(List<Token> tokens) {
        List<Token> sentence = new ArrayList<>();
        boolean listing = false;
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            boolean newLine = token.kind() == Token.Kind.MARK && token.lower().equals("\n");
            if (newLine && (listing || endsOpen(sentence)) && at + 1 < tokens.size() && isBullet(tokens, at + 1)) {
                listing = true;
                sentence.add(new Token(Token.Kind.MARK, ",", ",", token.start(), token.end()));
                at++;
            } else if (token.isMark(".")
                    && at > 0
                    && lexicon.is(Sort.ABBREVIATIONS, tokens.get(at - 1).lower())) {
                continue;
            } else if (token.kind() == Token.Kind.MARK && ENDS.contains(token.lower())) {
                asked = QUESTIONS.contains(token.lower()) && !endsWithTag(sentence);
                finish(sentence, asked);
                sentence = new ArrayList<>();
                listing = false;
            } else {
                sentence.add(token);
            }
        }
        finish(sentence, false);
    }

    /** A message that only tells that something is of no more use means that it may go; in any other that is only a reason. */
    private List<Clause> unneeded() {
        boolean alone = clauses.stream().allMatch(clause -> clause.mood() == Clause.Mood.STATEMENT);
        return clauses.stream()
                .map(clause -> !clause.operations().contains(Clause.UNNEEDED)
                        ? clause
                        : alone && clause.mentions().stream().anyMatch(Mention::tells)
                                ? clause.with(Clause.Mood.ORDER, clause.message())
                                        .withOperations(REMOVING)
                                : clause.withOperations(Set.of()))
                .toList();
    }

    /** A need that ends in a question is not decided yet: {@code We have to erase them. How many would that be?} */
    private List<Clause> undecided(List<Clause> clauses) {
        boolean asks = asked && !clauses.isEmpty() && clauses.getLast().mood() != Clause.Mood.ORDER;
        return !asks
                ? clauses
                : clauses.stream()
                        .map(clause -> clause.mood() == Clause.Mood.ORDER && Wording.NEED.in(clause.quote())
                                ? clause.with(Clause.Mood.STATEMENT, clause.message())
                                : clause)
                        .toList();
    }

    /** Whether a clause orders something, so that what follows it frames nothing any more. */
    private static boolean begins(Clause clause) {
        return clause.mood() != Clause.Mood.STATEMENT
                && !Afterthoughts.isTalk(clause)
                && clause.mentions().stream().anyMatch(Mention::tells);
    }

    private void finish(List<Token> sentence, boolean question) {
        int first = clauses.size();
        boolean begun = clauses.stream().anyMatch(MessageReader::begins);
        SentenceReader reader = new SentenceReader(message, sentence, question, lexicon, clauses);
        reader.read();
        Afterthoughts thoughts = new Afterthoughts(sentence, lexicon);
        List<Clause> own = clauses.subList(first, clauses.size());
        if (framed) {
            own.replaceAll(Afterthoughts::asked);
        }
        framed |= !begun && (reader.thinks() || thoughts.frames(question, own));
        if (first > 0 && thoughts.isCondition(own)) {
            Afterthoughts.holdBack(clauses.subList(0, first));
        }
    }

    /** Takes off what only asks for agreement: {@code delete it, will you?} asks nothing. */
    private boolean endsWithTag(List<Token> sentence) {
        for (int at = Math.max(1, sentence.size() - LONGEST_TAG); at < sentence.size(); at++) {
            Optional<Integer> tag = lexicon.cue(Cue.TAGS, sentence, at);
            if (tag.isPresent()
                    && at + tag.get() == sentence.size()
                    && sentence.get(at - 1).isMark(",")) {
                sentence.subList(at - 1, sentence.size()).clear();
                return true;
            }
        }
        return false;
    }

    private static boolean endsOpen(List<Token> sentence) {
        return !sentence.isEmpty()
                && (sentence.getLast().isMark(":") || sentence.getLast().isMark(","));
    }

    private static boolean isBullet(List<Token> tokens, int at) {
        return BULLETS.contains(tokens.get(at).lower());
    }
}
