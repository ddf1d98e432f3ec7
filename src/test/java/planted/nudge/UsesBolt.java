package planted.nudge;

import com.slack.api.bolt.App;

/** A planted violation: Bolt is for slack alone. */
final class UsesBolt {
  Class<?> planted = App.class;
}
