package dev.vouch.advocate;

import static dev.vouch.mention.Driver.COMMUNITY;
import static dev.vouch.mention.Driver.COOLNESS;
import static dev.vouch.mention.Driver.UNIQUE_SELLING_PROPOSITION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.mention.ActKind;
import dev.vouch.mention.Driver;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What moves somebody, and whether it will last. */
class DriverProfileTest {
  private static AdvocacyAct by(Driver... drivers) {
    return Acts.act(1, ActKind.REVIEW, false, drivers);
  }

  @Test
  void drivers_areCountedByActs() {
    DriverProfile profile = DriverProfile.of(List.of(by(COOLNESS, COMMUNITY), by(COOLNESS), by()));
    assertThat(profile).isEqualTo(new DriverProfile(Map.of(COOLNESS, 2, COMMUNITY, 1), 2));
    assertThat(profile.restsOnFleeting()).isFalse();
  }

  @Test
  void passingDriversAlone_areFlagged_fromTwoActsOn() {
    assertThat(DriverProfile.of(List.of(by(COOLNESS))).restsOnFleeting()).isFalse();
    assertThat(DriverProfile.of(List.of(by(COOLNESS), by(COOLNESS))).restsOnFleeting()).isTrue();
    List<AdvocacyAct> both = List.of(by(COOLNESS), by(UNIQUE_SELLING_PROPOSITION));
    assertThat(DriverProfile.of(both).restsOnFleeting()).isTrue();
    assertThat(DriverProfile.of(List.of(by(), by())).restsOnFleeting()).isFalse();
  }
}
