package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.consent.words.Clause.Mood;
import java.util.ArrayList;
import java.util.List;

/**
 * One message by itself.
 *
 * @param withdrawal how many words at its beginning take something back
 * @param yes whether it says yes to what was asked before
 * @param takesBack which of its clauses begin with words that take something back
 */
record Message(List<Clause> clauses, int withdrawal, boolean yes, List<Boolean> takesBack) {

    private static final int LONGEST_YES = 8;

    /** Reads a message. */
    static Message of(String message) {
        Lexicon lexicon = Lexicon.standard();
        List<Token> tokens = Token.of(message.length() > 200 ? message.substring(0, 200) : message);
        List<Clause> clauses = new ArrayList<>();
        List<Boolean> takesBack = new ArrayList<>();
        for (Clause clause : MessageReader.read(message, lexicon)) {
            List<Token> own = Token.of(clause.quote());
            boolean back = Withdrawals.takesBack(clause, own, lexicon);
            clauses.add(
                    back
                                    && clause.mentions().stream()
                                            .allMatch(mention -> mention.names().isEmpty())
                            ? withoutOrder(clause)
                            : withoutWithdrawal(clause, own));
            takesBack.add(back);
        }
        boolean yes = !tokens.isEmpty()
                && tokens.size() <= LONGEST_YES
                && lexicon.cue(Cue.AFFIRMS, tokens, 0).isPresent();
        return new Message(List.copyOf(clauses), Withdrawals.words(tokens, lexicon), yes, List.copyOf(takesBack));
    }

    /** Words that only take something back order nothing: {@code hold on}. */
    private static Clause withoutWithdrawal(Clause clause, List<Token> tokens) {
        boolean withdraws = clause.mood() == Mood.ORDER
                && clause.mentions().stream().noneMatch(Mention::tells)
                && Withdrawals.words(tokens, Lexicon.standard()) > 0;
        return withdraws ? withoutOrder(clause) : clause;
    }

    private static Clause withoutOrder(Clause clause) {
        return clause.mood() == Mood.ORDER ? clause.with(Mood.STATEMENT, clause.message()) : clause;
    }
}
