package dev.greenlane.engine.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
