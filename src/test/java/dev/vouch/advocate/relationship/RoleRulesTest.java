package dev.vouch.advocate.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.Card;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Reach;
import dev.vouch.advocate.Role;
import dev.vouch.advocate.relationship.RoleRules.Counting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from what somebody is to us. */
class RoleRulesTest {
  @ParameterizedTest
  @CsvSource({
    "CUSTOMER, COUNTED, false, true, true, true, true, true",
    "ADVOCATE, COUNTED, false, true, true, true, true, true",
    "INFLUENCER, COUNTED, false, false, true, false, true, true",
    "PARTNER, APART, true, false, true, false, false, true",
    "EMPLOYEE, NOT, true, false, false, false, false, true"
  })
  void role_hasItsRules(
      Role role,
      Counting acts,
      boolean alwaysDiscloses,
      boolean surprises,
      boolean introductions,
      boolean reviews,
      boolean references,
      boolean feedback) {
    RoleRules rules = RoleRules.of(Set.of(role));

    assertThat(rules.acts()).isEqualTo(acts);
    assertThat(rules.isRanked()).isEqualTo(acts == Counting.COUNTED);
    assertThat(rules.alwaysDiscloses()).isEqualTo(alwaysDiscloses);
    assertThat(rules.allow(Topic.SURPRISES)).isEqualTo(surprises);
    assertThat(rules.allow(Topic.INTRODUCTIONS)).isEqualTo(introductions);
    assertThat(rules.allow(Topic.REVIEWS)).isEqualTo(reviews);
    assertThat(rules.allow(Topic.REFERENCES)).isEqualTo(references);
    assertThat(rules.allow(Topic.FEEDBACK)).isEqualTo(feedback);
    assertThat(rules.reasons().isEmpty()).isEqualTo(rules.equals(RoleRules.FREE));
  }

  @Test
  void ofSeveralRoles_theStricterRuleHolds() {
    RoleRules both = RoleRules.of(Set.of(Role.CUSTOMER, Role.INFLUENCER, Role.PARTNER));

    assertThat(both.acts()).isEqualTo(Counting.APART);
    assertThat(both.alwaysDiscloses()).isTrue();
    assertThat(both.topics())
        .doesNotContain(Topic.SURPRISES, Topic.REVIEWS, Topic.REFERENCES)
        .contains(Topic.STORIES);
    assertThat(both.reasons()).hasSize(2);
  }

  @Property
  void oneRoleMore_neverAllowsMore(@ForAll Set<Role> roles, @ForAll Role more) {
    RoleRules fewer = RoleRules.of(roles);
    RoleRules all = RoleRules.of(List.copyOf(union(roles, more)));

    assertThat(fewer.topics()).containsAll(all.topics());
    assertThat(all.acts()).isGreaterThanOrEqualTo(fewer.acts());
    assertThat(all.alwaysDiscloses() || !fewer.alwaysDiscloses()).isTrue();
  }

  private static Set<Role> union(Set<Role> roles, Role more) {
    Set<Role> all = new java.util.HashSet<>(roles);
    all.add(more);
    return all;
  }

  @Test
  void whoActed_isAnAdvocateBesideWhatWasNoted_andACustomerWhereNothingWas() {
    assertThat(RoleRules.roles(contact(1), Optional.empty()))
        .containsExactly(Role.ADVOCATE, Role.CUSTOMER);
    assertThat(RoleRules.roles(contact(0), Optional.of(card(Role.PARTNER))))
        .containsExactly(Role.PARTNER);
  }

  private static Contact contact(int acts) {
    return new Contact("U1", "Amara", null, Map.of(), Reach.NONE, acts, null, null);
  }

  private static Card card(Role role) {
    return new Card(
        new Card.Handle("U1", null), "Amara", null, Set.of(role), null, Card.Tongue.UNKNOWN, "x");
  }
}
