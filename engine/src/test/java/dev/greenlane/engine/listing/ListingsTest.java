package dev.greenlane.engine.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ListingsTest {

    @Test
    void aTableListsItsRowsByTheirFirstColumnWithTheOthersAsProperties() {
        List<Thing> things = read("kubectl get pods -n shop", """
            NAME     READY   STATUS    OWNER
            web-1    1/1     Running   ana
            web-2    0/1     Failed    ben
            """);
        assertThat(things).extracting(thing -> thing.names().get(0)).containsExactly("web-1", "web-2");
        assertThat(things.get(1).properties()).containsEntry("status", "Failed").containsEntry("owner", "ben");
        assertThat(things.get(0).context()).contains("shop");
    }

    @Test
    void tablesThatAreDrawnAreReadWithAHeadingAndWithout() {
        assertThat(read("pm2 ls", """
            ┌────┬───────┬──────┬─────────┐
            │ id │ name  │ ↺    │ status  │
            ├────┼───────┼──────┼─────────┤
            │ 0  │ web-1 │ 2    │ stopped │
            └────┴───────┴──────┴─────────┘
            """))
                .singleElement()
                .satisfies(thing -> assertThat(thing.properties()).containsEntry("status", "stopped"));
        assertThat(read("aws ec2 describe-instances --output table", """
            ------------------------
            |       Instances      |
            +--------+-------------+
            |  i-1   |  stopped    |
            |  i-2   |  running    |
            +--------+-------------+
            """))
                .extracting(thing -> thing.names() + " " + thing.properties().get("state"))
                .containsExactly("[i-1] stopped", "[i-2] running");
    }

    @Test
    void aCellThatIsAStateIsNoName() {
        assertThat(read("docker ps", "web-1\tUp 3 days\nweb-2\tExited (1) 2 weeks ago"))
                .extracting(thing -> thing.names() + " " + States.of(thing))
                .containsExactly("[web-1] [running]", "[web-2] [stopped]");
    }

    @Test
    void recordsAreReadFromPairsAndFromJson() {
        assertThat(read("qstat -f", "JobId=17 JobName=train User=ana\nJobId=18 JobName=eval User=ben"))
                .extracting(Thing::names)
                .containsExactly(List.of("17", "train"), List.of("18", "eval"));
        assertThat(read("api", "[{\"id\":\"e1\",\"title\":\"Lunch\"},{\"id\":\"e2\",\"title\":\"Dinner\"}]"))
                .extracting(thing -> thing.names().get(0))
                .containsExactly("e1", "e2");
        assertThat(read("aws", "{\n  \"Key\": \"a/b.bin\",\n  \"Owner\": \"ana\"\n}"))
                .singleElement()
                .satisfies(thing -> assertThat(thing.properties()).containsEntry("owner", "ana"));
    }

    @Test
    void columnsStandWhereTheirHeadingStandsHoweverWideTheGapsAre() {
        assertThat(read("squeue", """
                 JOBID PARTITION     NAME     USER ST       TIME  NODES NODELIST(REASON)
                402118       gpu  resnet-a      ana  R    3:12:44      1 g04
                402131       cpu  preproc       ben PD       0:00      1 (Priority)
            """))
                .extracting(
                        thing -> thing.names().get(0) + " " + thing.properties().get("user") + " "
                                + thing.properties().get("name"))
                .containsExactly("402118 ana resnet-a", "402131 ben preproc");
    }

    @Test
    void jsonIsReadAsWhatItIsHoweverDeepItsMembersLie() {
        List<Thing> machines = read("aws ec2 describe-instances", """
            {"Reservations": [{"ReservationId": "r-1", "Instances": [
              {"InstanceId": "i-1", "State": {"Code": 80, "Name": "stopped"}, "PublicIp": null,
               "Tags": [{"Key": "team", "Value": "web"}, {"Key": "Name", "Value": "old-web"}]},
              {"InstanceId": "i-2", "State": {"Code": 16, "Name": "running"}, "Tags": []}]}]}
            """);
        assertThat(machines)
                .filteredOn(thing -> thing.names().contains("i-1"))
                .singleElement()
                .satisfies(thing -> assertThat(thing.properties())
                        .containsEntry("state", "stopped")
                        .containsEntry("team", "web")
                        .containsEntry("publicip", "none"));
        assertThat(read(
                        "gh pr list",
                        "[{\"number\":7,\"author\":{\"login\":\"ben\"},\"labels\":[{\"name\":\"bug\"}]}]"))
                .singleElement()
                .satisfies(thing -> assertThat(thing.properties())
                        .containsEntry("author", "ben")
                        .containsEntry("labels", "bug"));
        assertThat(read("npm audit", "{\"found\":{\"ws\":{\"severity\":\"low\"},\"qs\":{\"severity\":\"high\"}}}"))
                .extracting(thing -> thing.names().get(0))
                .containsExactly("ws", "qs");
    }

    @Test
    void jsonThatIsCutShortListsWhatIsThere() {
        assertThat(read("api", "[{\"id\":\"e1\",\"state\":\"open\"},{\"id\":\"e2\",\"sta"))
                .extracting(thing -> thing.names().get(0))
                .containsExactly("e1", "e2");
    }

    @Test
    void cellsOfARowMayBeEmptyAndHaveBlanksInThem() {
        List<Thing> things = read("docker ps -a", """
            CONTAINER ID   IMAGE      COMMAND        CREATED       STATUS                    PORTS      NAMES
            3f2a9c81d0e4   shop:1.9   "node s.js"    3 days ago    Exited (1) 2 days ago                shop-old
            9e0d1f7c6b21   pg:16      "entry.sh"     4 weeks ago   Up 4 weeks                5432/tcp   pg16
            """);
        assertThat(things.get(0).names()).contains("shop-old");
        assertThat(things.get(0).properties()).containsEntry("status", "Exited (1) 2 days ago");
        List<Thing> units = read("systemctl list-units", """
              UNIT             LOAD   ACTIVE SUB     DESCRIPTION
            ● mail.service     loaded failed failed  The mailer
              web.service      loaded active running The site
            """);
        assertThat(units.get(0).names()).containsExactly("mail.service");
        assertThat(units.get(0).properties()).containsEntry("sub", "failed");
    }

    @Test
    void whatStandsBelowAFrameIsNoRow() {
        assertThat(read("psql", " id | kind\n----+------\n 17 | test\n 31 | partner\n(2 rows)"))
                .extracting(thing -> thing.names().get(0))
                .containsExactly("17", "31");
    }

    @Test
    void filesAreListedWithOwnerSizeAndDate() {
        assertThat(read("ls -l", "-rw-r--r-- 1 ana lab 301220 2026-01-14 09:12 a.csv"))
                .singleElement()
                .satisfies(thing -> assertThat(thing.properties())
                        .containsEntry("owner", "ana")
                        .containsEntry("size", "301220")
                        .containsEntry("date", "2026-01-14 09:12"));
    }

    @Test
    void tablesInFramesNeedNoHeading() {
        assertThat(read("aws", "|  i-0a1  |  stopped  |  ci-1  |\n|  i-0c3  |  running  |  web  |"))
                .extracting(thing -> thing.names().get(0))
                .containsExactly("i-0a1", "i-0c3");
        assertThat(read("git stash list", "stash@{0}: On main: api\nstash@{1}: On main: css"))
                .extracting(thing -> thing.names().get(0))
                .containsExactly("stash@{0}", "stash@{1}");
    }

    @Test
    void branchesKnowTheirSide() {
        assertThat(read("git branch -a", "* main\n  fix-1\n  remotes/origin/fix-1"))
                .extracting(
                        thing -> thing.names().get(0) + " " + thing.properties().get("side"))
                .containsExactly("main local", "fix-1 local", "origin/fix-1 remote");
    }

    @Test
    void whatSeveralResultsSayOfAThingIsPutTogether() {
        List<Thing> things = Listings.NONE
                .and("squeue", "JOBID USER\n17 ana\n18 ben")
                .and("scontrol show job 17", "JobId=17 Stale=true")
                .things();
        assertThat(things).hasSize(2);
        assertThat(things.get(0).properties()).containsEntry("user", "ana").containsEntry("stale", "true");
    }

    @Test
    void whatACallWasAskedForIsToldOfAllThatItLists() {
        assertThat(asked("aws ec2 describe-instances --filters Name=tag:team,Values=tides --output text"))
                .containsEntry("team", "tides");
        assertThat(asked("aws ec2 describe-volumes --query 'Volumes[?State==`available`].VolumeId'"))
                .containsEntry("state", "available");
        assertThat(asked("gh run list --status failure | head")).containsEntry("state", "failure");
        assertThat(asked("squeue --me")).containsEntry("user", "me");
        assertThat(asked("squeue -u ana")).containsEntry("user", "ana");
        assertThat(asked("psql -c \"select id from tides where status = 'stale'\""))
                .containsEntry("status", "stale");
        assertThat(asked("mcp__tracker__list_issues label=stale")).containsEntry("label", "stale");
    }

    @Test
    void whatExcludesOrAllowsSeveralTellsNothing() {
        assertThat(asked("kubectl get pods -l 'app!=tides'")).isEmpty();
        assertThat(asked("psql -c \"select id from tides where status = 'stale' or age > 3\""))
                .isEmpty();
        assertThat(asked("gh run list --status failure; gh run list")).isEmpty();
    }

    private static Map<String, String> asked(String call) {
        Map<String, String> asked = new HashMap<>(
                read(call, "ID NAME\n17 north\n18 south").getFirst().properties());
        asked.keySet().removeAll(List.of("id", "name"));
        return asked;
    }

    @Test
    void theUserIsKnownWhereACallHasShownThem() {
        assertThat(Listings.NONE.and("echo \"$USER\"; ls", "ana\nfile").userName())
                .hasValue("ana");
        assertThat(Listings.NONE.and("cat whoami.txt", "eve").userName()).isEmpty();
    }

    @Property(tries = 300)
    void anyTextIsReadWithoutFailing(@ForAll String call, @ForAll String result) {
        assertThat(read(call, result))
                .allSatisfy(thing -> assertThat(thing.names()).isNotEmpty());
    }

    private static List<Thing> read(String call, String result) {
        return Listings.NONE.and(call, result).things();
    }
}
