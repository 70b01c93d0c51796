package dev.greenlane.engine.consent.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.consent.words.Clause.Mood;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms in which people order something, one line a form, and those that look like it. */
class OrdersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        I'd love to see web-old deleted.                         | delete
        See to it that web-old is deleted.                       | delete
        Make sure web-old is deleted today.                      | delete
        web-old needs deleting.                                  | delete
        I have decided to delete web-old.                        | delete
        I'd be grateful if you deleted web-old.                  | delete
        Would it be possible to have web-old deleted today?      | delete
        I would like web-old gone before the demo.               | delete
        web-old should be gone.                                  | delete
        I want web-old out.                                      | delete
        web-old has to leave.                                    | delete
        We no longer need web-old.                               | delete
        Choke web-old off.                                       | stop
        web-1 needs to stop.                                     | stop
        Quickly restart web-1.                                   | restart
        First of all restart web-1.                              | restart
        On web-1 restart nginx.                                  | restart
        Restart web-1, will you?                                 | restart
        Restart web-1 when you have a minute.                    | restart
        Restart web-1 as soon as possible.                       | restart
        Restart web-1 when you read this - it hangs.             | restart
        Restart web-1 before the demo starts.                    | restart
        Before lunch, restart web-1.                             | restart
        No need to wait, restart web-1.                          | restart
        Don't ask again, restart web-1.                          | restart
        Customers keep asking. Restart web-1.                    | restart
        Put a note into #ops that web-1 is on its way.           | send
        Please help me to restart web-1.                         | restart
        Use the console to restart web-1.                        | restart
        nginxを再起動してください。                                | restart
        Arrête-le, le job 41877.                                 | stop
        Las copias no se usan. Bórralas.                         | delete
        web-old kann gelöscht werden.                            | delete
        web-old peut être supprimé.                              | delete
        """)
    void ordersAreRead(String words, String operation) {
        assertThat(Said.of(List.of(words)).clauses())
                .anyMatch(clause ->
                        clause.mood() == Mood.ORDER && clause.operations().contains(operation));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Ann wants to delete web-old.
        They forbade us to delete web-old.
        The docs say to delete web-old.
        The runbook says: delete web-old. Is that right?
        It was wrong to delete web-old.
        Prepare to delete web-old.
        Remind me to delete web-old.
        Give me three reasons to delete web-old.
        To delete web-old, what is needed?
        Do we need to delete web-old?
        Ann shut down web-old.
        web-old was shut down yesterday.
        Delete web-old in a dry run.
        I don't want web-old deleted.
        I'd hate to see web-old deleted.
        We have to delete web-old. How long would that take?
        Drop web-old, but back it up first.
        checkout in prod is leaking again
        They must be able to open web-old, so write to them.
        """)
    void othersAreNoOrders(String words) {
        assertThat(Said.of(List.of(words)).clauses())
                .noneMatch(clause -> clause.mood() == Mood.ORDER
                        && clause.operations().stream()
                                .anyMatch(operation -> List.of("delete", "stop").contains(operation)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        340 can't be reproduced. Close it.                         | 340
        12 won't build on main. Close it.                          | 12
        We won't merge 71 after all, please close it.              | 71
        77120 burns money. Stop it.                                | 77120
        Restart api on dev. // Same for staging please.            | api
        """)
    void whatIsToldOfAThingKeepsIt(String words, String thing) {
        Clause last = Said.of(List.of(words.split(" // "))).clauses().getLast();
        assertThat(last.mood()).isEqualTo(Mood.ORDER);
        assertThat(last.mentions()).anyMatch(mention -> mention.said().contains(thing));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Delete every branch but main.           | main
        Abort job 12, job 13 may go on.         | 13
        Delete v1, v2 and v3 stay.              | v3
        """)
    void whatIsKeptIsForbidden(String words, String thing) {
        assertThat(Said.of(List.of(words)).clauses())
                .anyMatch(clause -> clause.mood() == Mood.PROHIBITION
                        && clause.mentions().stream()
                                .anyMatch(mention -> mention.said().contains(thing)));
    }

    @ParameterizedTest
    @CsvSource({"Delete web-old. // Don't.", "Delete web-old. // Keep it after all."})
    void anOrderIsTakenBack(String words) {
        assertThat(Said.of(List.of(words.split(" // "))).clauses())
                .anyMatch(clause -> clause.message() == 1
                        && (clause.mood() == Mood.ONLY_LOOK || clause.mood() == Mood.PROHIBITION));
    }
}
