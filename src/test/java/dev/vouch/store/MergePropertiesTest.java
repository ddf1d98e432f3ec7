package dev.vouch.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.identity.Merge;
import dev.vouch.nudge.Mode;
import dev.vouch.store.server.RedisServers;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Whatever is on record of two ids, joining and parting them loses nothing and adds nothing. Nudges
 * are off where two histories are compared: when they are due hangs on the workspace.
 */
class MergePropertiesTest {
  private static final Merge MERGE =
      new Merge(Lives.ONE, "Amara", Lives.OTHER, "UREP", TestWorkspace.NOW);

  private static void with(BiConsumer<TestWorkspace, RedisServers> test) {
    try (TestWorkspace here = new TestWorkspace();
        RedisServers servers = new RedisServers(TestRedis.address())) {
      test.accept(here, servers);
    }
  }

  private static Map<String, List<String>> state(TestWorkspace here, RedisServers servers) {
    return Lives.state(servers.client(), here.team);
  }

  private static void same(Map<String, List<String>> one, Map<String, List<String>> other) {
    assertThat(one.keySet()).isEqualTo(other.keySet());
    one.forEach((key, held) -> assertThat(held).as(key).isEqualTo(other.get(key)));
  }

  private static void merge(TestWorkspace here) {
    assertThat(here.books.identities().merge(MERGE)).isEmpty();
  }

  private static void unmerge(TestWorkspace here) {
    assertThat(here.books.identities().unmerge(Lives.OTHER, "UREP", TestWorkspace.NOW)).isEmpty();
  }

  private static void isSound(TestWorkspace here) {
    assertThat(here.store.audit(here.team, TestWorkspace.NOW).differences())
        .filteredOn(one -> !one.what().equals("goodwill"))
        .isEmpty();
  }

  @Property(tries = 60)
  void mergeAndUnmerge_restoreEveryRecord(
      @ForAll @Size(max = 40) List<@IntRange(max = 99_999) Integer> numbers) {
    with(
        (here, servers) -> {
          Lives lives = new Lives(here, Mode.APPROVE_FIRST);
          numbers.forEach(lives::happens);
          Map<String, List<String>> before = state(here, servers);

          merge(here);
          isSound(here);
          unmerge(here);

          same(state(here, servers), before);
          isSound(here);
        });
  }

  @Property(tries = 40)
  void whatIsSaidWhileMerged_isAsIfTheyHadNeverBeen(
      @ForAll @Size(max = 20) List<@IntRange(max = 99_999) Integer> before,
      @ForAll @Size(max = 20) List<@IntRange(max = 99_999) Integer> meanwhile) {
    with(
        (apart, servers) -> {
          Lives lives = new Lives(apart, Mode.OFF);
          before.forEach(lives::happens);
          meanwhile.forEach(lives::inSlack);
          with(
              (here, same) -> {
                Lives again = new Lives(here, Mode.OFF);
                before.forEach(again::happens);
                merge(here);
                meanwhile.forEach(again::inSlack);
                isSound(here);
                unmerge(here);
                same(state(here, same), state(apart, servers));
                isSound(here);
              });
        });
  }

  @Property(tries = 40)
  void whatIsSaidBeforeOrAfterAMerge_comesToTheSame(
      @ForAll @Size(max = 20) List<@IntRange(max = 99_999) Integer> before,
      @ForAll @Size(max = 20) List<@IntRange(max = 99_999) Integer> more) {
    with(
        (late, servers) -> {
          Lives lives = new Lives(late, Mode.OFF);
          before.forEach(lives::happens);
          more.forEach(lives::inSlack);
          merge(late);
          with(
              (early, same) -> {
                Lives again = new Lives(early, Mode.OFF);
                before.forEach(again::happens);
                merge(early);
                more.forEach(again::inSlack);
                same(state(early, same), state(late, servers));
              });
        });
  }
}
