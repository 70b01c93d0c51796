package dev.greenlane.engine.consent.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.consent.words.Clause.Mood;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken for an order, and what for something else. */
class SaidTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Take web-old off our hands.                        | delete
        web-old needs to be taken down.                    | delete
        We can do without web-old.                         | delete
        web-old should not exist any more.                 | delete
        Go ahead with the removal of web-old.              | delete
        please delte web-old                               | delete
        Bring job 44 to an end.                            | stop
        Job 44 should not run any further.                 | stop
        Please do a rolling restart of web-1.              | restart
        Give web-1 a kick.                                 | restart
        Put fern 1.2 on PyPI.                              | publish
        Drop Ana a line that we are late.                  | send
        Would you be so kind as to remove web-old?         | delete
        Why don't you delete web-old.                      | delete
        I don't mind if you delete web-old.                | delete
        No objections to deleting web-old.                 | delete
        Nimm web-old raus.                                 | delete
        Coupe web-1.                                       | stop
        Tira web-old daqui, por favor.                     | delete
        """)
    void ordersAreRead(String words, String operation) {
        assertThat(Said.of(List.of(words)).clauses())
                .anyMatch(clause ->
                        clause.mood() == Mood.ORDER && clause.operations().contains(operation));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        What would you delete?                                     | QUESTION
        Kim and Lou asked to join the team.                        | STATEMENT
        Ines will delete fix-7 on origin herself.                  | STATEMENT
        We'll delete web-old next quarter.                         | STATEMENT
        Delete web-old next quarter.                               | CONDITION
        Let's keep the branch around for now.                      | PROHIBITION
        The archive can't be thrown out, Ana wants to see it.      | PROHIBITION
        We don't need the old folder any more.                     | STATEMENT
        remove nothing                                             | PROHIBITION
        Nothing below the folder audit may be deleted.             | PROHIBITION
        Look at web-1, then I can go through it.                   | STATEMENT
        No one uses web-old any longer.                            | STATEMENT
        """)
    void othersAreNoOrders(String words, Mood mood) {
        List<Clause> clauses = Said.of(List.of(words)).clauses();
        assertThat(clauses)
                .noneMatch(clause ->
                        clause.mood() == Mood.ORDER && clause.operations().contains("delete"));
        assertThat(clauses).anyMatch(clause -> clause.mood() == mood || clause.mood() == Mood.ORDER);
    }

    @Test
    void aMeetingTomorrowWaitsForNothing() {
        assertThat(Said.of(List.of("Cancel the meeting tomorrow.")).clauses())
                .anyMatch(clause -> clause.mood() == Mood.ORDER);
        assertThat(Said.of(List.of("Delete web-old tomorrow.")).clauses())
                .anyMatch(clause -> clause.mood() == Mood.CONDITION);
    }
}
