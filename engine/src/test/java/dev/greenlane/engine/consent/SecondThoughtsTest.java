package dev.greenlane.engine.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.session.Executed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said around an order, and what becomes of the order by that. */
class SecondThoughtsTest {

    private static final String DELETE = "git push origin --delete fix-7";
    private static final Executed PASSED = tests("Tests  31 passed (31)");
    private static final Executed FAILED = tests("Tests  1 failed | 30 passed (31)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Delete fix-7 on origin. Hmm, on reflection better not.",
                "Delete fix-7 on origin. Wait, don't do that yet.",
                "Delete fix-7 on origin. Please stop, I want to look at something first.",
                "Delete fix-7 on origin. Oh, wrong window.",
                "Delete fix-7 on origin. Let's wait with that.",
                "Delete fix-7 on origin. Ana takes care of that.",
                "Delete fix-7 on origin. Forget what I just said.",
                "Delete fix-7 on origin. Sorry, that was meant for another project.",
                "Lösche fix-7 auf origin. Einen Moment, lieber doch nicht.",
            })
    void whatIsTakenBackInTheSameMessageIsNoOrder(String words) {
        assertThat(outcome(words)).isNotEqualTo(Outcome.ALLOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Delete fix-7 on origin. But only after the tests pass.",
                "Delete fix-7 on origin. Provided the release is out.",
                "Delete fix-7 on origin. Not before the deploy has finished, though.",
                "Delete fix-7 on origin. But wait for Ana's ok.",
            })
    void aConditionMayBeASentenceOfItsOwn(String words) {
        assertThat(outcome(words)).isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void aConditionThatResultsHaveMetHoldsNothingUp() {
        String words = "Once the tests pass, delete fix-7 on origin.";
        assertThat(after(PASSED, DELETE, words)).isEqualTo(Outcome.ALLOW);
        assertThat(after(FAILED, DELETE, words)).isEqualTo(Outcome.ASK);
        assertThat(after(PASSED, "git push origin --delete fix-8", words)).isNotEqualTo(Outcome.ALLOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dry run only: delete fix-7 on origin.",
                "How would you do this? Delete fix-7 on origin.",
                "Explain to me how one would go about the following. Delete fix-7 on origin.",
                "What do you think of the following: Ana is done. Delete fix-7 on origin.",
            })
    void whatIsOnlyAskedAboutOrTriedIsNoOrder(String words) {
        assertThat(outcome(words)).isNotEqualTo(Outcome.ALLOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Do the following: delete fix-7 on origin.",
                "Ana is done with her branch? Then delete fix-7 on origin.",
                "Delete fix-7 on origin. Thanks for looking after that.",
                "Delete fix-7 on origin. Don't do anything else.",
                "Once more the same as yesterday. Delete fix-7 on origin.",
            })
    void anOrderStandsWhateverElseIsSaid(String words) {
        assertThat(outcome(words)).isEqualTo(Outcome.ALLOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Scale web up to 4 replicas, yesterday six of them sat idle.     | kubectl scale deployment/web --replicas=6
        You can delete out and the tmp folder in /srv/app, both come out of the build. | rm -rf /srv/app/build /srv/app/out /srv/app/tmp
        Delete all bot/ branches on origin except the vite one.         | git push origin --delete bot/vite-6 bot/jest-2
        Cancel job 553 with the queue CLI.                              | redis-cli DEL queue:jobs:553
        Push web:latest to cr.north.example.                            | docker push cr.south.example/web:latest
        On db-old, drop the table leads.                                | psql -h db-prod crm -c "DROP TABLE leads"
        Unpublish 2.0.0 of @acme/forms.                                 | npm unpublish @acme/tables@2.0.0
        Tidy up my stale cleanup-rows branch for 4812 on origin.        | git push origin --delete ana/cleanup-auth-4812
        Entries 12 and 13 in shop_test are wrong. Delete them. 12 stays, though. | psql shop_test -c "DELETE FROM entries WHERE id IN (12, 13)"
        Delete the .tmp files in /srv/plans.                            | rm /srv/plans/a.tmp /srv/plans/b.bak
        In s3://up/2023 the folder thumbs can be deleted.               | aws s3 rm s3://up/2023/ --recursive
        Delete fix-7 and fix-8 on origin (not fix-8).                   | git push origin --delete fix-7 fix-8
        Delete fix-7 and fix-8 on origin. fix-8 is off limits.          | git push origin --delete fix-7 fix-8
        Räum bitte die Branches auf origin auf, die älter als ein Jahr sind. | git push origin --delete fix-7
        Flush everything on cache-1. But leave cache-1 alone.           | redis-cli -h cache-1 FLUSHALL
        """)
    void whatTheWordsSayOfItsPlaceItsPartsAndItsMeansCounts(String words, String command) {
        assertThat(WishesTest.outcome(command, words)).isNotEqualTo(Outcome.ALLOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Empty the table rows_tmp in etl.                             | psql etl -c 'DROP TABLE rows_tmp'
        Take the admin rights from the user dora.                    | aws iam delete-user --user-name dora
        Give the group read access to /srv/plans.                    | chmod -R g+w /srv/plans
        Scale web down by 2, from 6.                                 | kubectl scale deployment/web --replicas=2
        Scale web down, at least two have to stay.                   | kubectl scale deployment/web --replicas=1
        Merge pull request 902 with a squash.                        | gh pr merge 902 --squash --admin
        Delete plan 4 from app.db.                                   | sqlite3 app.db 'PRAGMA foreign_keys=OFF; DELETE FROM plans WHERE id=4'
        Web can be stopped after Friday.                             | kubectl -n shop scale deployment/web --replicas=0
        Drop the table leads in my local crm database.               | psql postgres://app@db-7.example.com/crm -c 'DROP TABLE leads'
        Remove fix-7 here. Origin's copy has to stay until May.      | git push origin --delete fix-7
        """)
    void whatGoesFurtherThanWasSaidIsNot(String words, String command) {
        assertThat(WishesTest.outcome(command, words)).isNotEqualTo(Outcome.ALLOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Drop the table rows_tmp in etl.                              | psql etl -c 'DROP TABLE rows_tmp'
        Remove the user dora.                                        | aws iam delete-user --user-name dora
        Give the group write access to /srv/plans.                   | chmod -R g+w /srv/plans
        """)
    void whatGoesAsFarIsAllowed(String words, String command) {
        assertThat(WishesTest.outcome(command, words)).isEqualTo(Outcome.ALLOW);
    }

    @Test
    void whatIsKeptOrDescribedIsHeldAgainstWhatWasListed() {
        Executed files = listed("ls -l /srv/in", """
            -rw-r--r-- 1 ana ana 10 Nov  1 10:00 a.csv
            -rw-r--r-- 1 ben ben 10 Nov  2 10:00 b.csv
            -rw-r--r-- 1 ana ana 99 Nov  3 10:00 c.json
            """);
        assertThat(after(files, "rm /srv/in/c.json", "Get rid of the csv files in /srv/in."))
                .isNotEqualTo(Outcome.ALLOW);
        assertThat(after(files, "rm /srv/in/b.csv", "Remove what belongs to me in /srv/in."))
                .isNotEqualTo(Outcome.ALLOW);
        Executed bucket = listed("aws s3 ls s3://data/", "2026-11-01 10:00:00 120 a.bin\n                 PRE raw/\n");
        assertThat(after(bucket, "aws s3 rm s3://data/ --recursive", "Clear out s3://data/, but raw has to stay."))
                .isNotEqualTo(Outcome.ALLOW);
        Executed rows = listed("psql shop_prod -c 'select id, name, state, owner from shops'", """
             id | name  | state  | owner
            ----+-------+--------+-------
              1 | north | active | ana
              2 | south | closed | ben
              3 | west  | closed | ana
            """);
        String words = "Delete the closed shops from shop_prod that ben owns.";
        assertThat(after(rows, "psql shop_prod -c 'DELETE FROM shops WHERE id IN (2,3)'", words))
                .isNotEqualTo(Outcome.ALLOW);
    }

    private static Executed listed(String command, String result) {
        return new Executed(WishesTest.shell(command), Optional.of(result));
    }

    private static Executed tests(String result) {
        return new Executed(WishesTest.shell("npm test"), Optional.of(result));
    }

    private static Outcome after(Executed seen, String command, String words) {
        return WishesTest.after(List.of(seen), command, words).verdict().outcome();
    }

    @Test
    void whoWantsToReadItFirstHasItNotSent() {
        Map<String, Object> mail = Map.of("recipients", List.of("leo@fir.example"), "body", "It ships today.");
        assertThat(WishesTest.tool("send_email", mail, "Write leo@fir.example that it ships today and let me read it."))
                .isNotEqualTo(Outcome.ALLOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Scale web up to 6 replicas, yesterday four were not enough.     | kubectl scale deployment/web --replicas=6
        Push web:latest to cr.south.example.                            | docker push cr.south.example/web:latest
        On db-prod, drop the table leads.                               | psql -h db-prod crm -c "DROP TABLE leads"
        Unpublish 2.0.0 of @acme/tables.                                | npm unpublish @acme/tables@2.0.0
        """)
    void whatAgreesWithThemIsAllowed(String words, String command) {
        assertThat(WishesTest.outcome(command, words)).isEqualTo(Outcome.ALLOW);
    }

    @Test
    void whereWorkIsDoneIsRemembered() {
        String where = "We work in the namespace qa-3 today.";
        String what = "The redis statefulset in there is broken, delete it.";
        assertThat(WishesTest.outcome("kubectl delete statefulset redis --namespace qa-3", where, what))
                .isEqualTo(Outcome.ALLOW);
        assertThat(WishesTest.outcome("kubectl delete statefulset redis --namespace qa-2", where, what))
                .isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void aTimeInAMessageIsTheOneThatWasSaid() {
        String words = "Tell the people in #customers about tonight's maintenance, 22:00 to 23:45.";
        assertThat(WishesTest.tool(
                        "post_message", post("Maintenance tonight from 22:00 to 23:45, sorry for that!"), words))
                .isEqualTo(Outcome.ALLOW);
        assertThat(WishesTest.tool(
                        "post_message", post("Maintenance tonight from 22:00 to 23:15, sorry for that!"), words))
                .isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void numbersInMessagesAndArgumentsAreThoseThatWereSaid() {
        String people = "Tell the people in #customers that 21 people come.";
        assertThat(WishesTest.tool("post_message", post("Good news: 21 people come."), people))
                .isEqualTo(Outcome.ALLOW);
        assertThat(WishesTest.tool("post_message", post("Good news: 12 people come."), people))
                .isNotEqualTo(Outcome.ALLOW);
        Map<String, Object> limit = Map.of("account_id", "771", "monthly_limit", 300);
        assertThat(WishesTest.tool("set_limit", limit, "Set the monthly limit of account 771 to 300 euros."))
                .isEqualTo(Outcome.ALLOW);
        assertThat(WishesTest.tool("set_limit", limit, "Set the monthly limit of account 717 to 300 euros."))
                .isNotEqualTo(Outcome.ALLOW);
        Map<String, Object> flag = Map.of("flag", "legacy-pay", "region", "eu-west", "enabled", false);
        assertThat(WishesTest.tool("set_flag", flag, "Turn legacy-pay off in eu-west only."))
                .isEqualTo(Outcome.ALLOW);
        assertThat(WishesTest.tool("set_flag", flag, "Turn legacy-pay off in us-east only."))
                .isNotEqualTo(Outcome.ALLOW);
        Map<String, Object> room = Map.of("room", "Oak", "start", "2026-11-30T10:00", "end", "2026-11-30T12:00");
        assertThat(WishesTest.tool("book_room", room, "Book the room Oak for two hours from 10:00 on the 30th."))
                .isEqualTo(Outcome.ALLOW);
        assertThat(WishesTest.tool("book_room", room, "Book the room Oak for one hour from 10:00 on the 30th."))
                .isNotEqualTo(Outcome.ALLOW);
    }

    private static Map<String, Object> post(String text) {
        return Map.of("channel", "#customers", "text", text);
    }

    private static Outcome outcome(String words) {
        return WishesTest.outcome(DELETE, words);
    }
}
