package dev.vouch.pipeline;

import java.util.function.UnaryOperator;

/** The settings of one workspace. Thread-safe. */
public interface SettingsBook {

  /** What is set now; {@link TeamSettings#DEFAULT} where nothing was. */
  TeamSettings settings();

  /** The same without what may be known from a moment ago. */
  default TeamSettings fresh() {
    return settings();
  }

  /** Changes them in one atomic step and returns them as they stand now. */
  TeamSettings change(UnaryOperator<TeamSettings> change);
}
