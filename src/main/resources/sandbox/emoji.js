// Emoji short codes as Slack names them; a code that is not here is shown as typed.

const TABLE = `
+1 👍 thumbsup 👍 -1 👎 thumbsdown 👎 clap 👏 raised_hands 🙌 pray 🙏 handshake 🤝 wave 👋 ok_hand 👌 muscle 💪 point_up ☝️
point_right 👉 point_left 👈 point_down 👇 point_up_2 👆 crossed_fingers 🤞 v ✌️ metal 🤘 call_me_hand 🤙 raised_hand ✋ hand ✋
fist ✊ facepunch 👊 punch 👊 writing_hand ✍️ heart_hands 🫶 open_hands 👐 palms_up_together 🤲 selfie 🤳 eyes 👀 eye 👁️ brain 🧠
smile 😄 smiley 😃 grinning 😀 grin 😁 laughing 😆 satisfied 😆 sweat_smile 😅 joy 😂 rolling_on_the_floor_laughing 🤣 rofl 🤣
slightly_smiling_face 🙂 upside_down_face 🙃 wink 😉 blush 😊 innocent 😇 smiling_face_with_3_hearts 🥰 heart_eyes 😍 star-struck 🤩
kissing_heart 😘 yum 😋 stuck_out_tongue 😛 hugging_face 🤗 hugs 🤗 thinking_face 🤔 thinking 🤔 zipper_mouth_face 🤐
face_with_raised_eyebrow 🤨 neutral_face 😐 expressionless 😑 no_mouth 😶 smirk 😏 unamused 😒 face_with_rolling_eyes 🙄 grimacing 😬
relieved 😌 pensive 😔 sleepy 😪 sleeping 😴 mask 😷 exploding_head 🤯 partying_face 🥳 sunglasses 😎 nerd_face 🤓 confused 😕
worried 😟 slightly_frowning_face 🙁 white_frowning_face ☹️ open_mouth 😮 hushed 😯 astonished 😲 flushed 😳 pleading_face 🥺
cry 😢 sob 😭 scream 😱 disappointed 😞 sweat 😓 weary 😩 tired_face 😫 yawning_face 🥱 triumph 😤 rage 😡 angry 😠 skull 💀
saluting_face 🫡 melting_face 🫠 face_holding_back_tears 🥹 robot_face 🤖 ghost 👻 alien 👽 see_no_evil 🙈 hear_no_evil 🙉
heart ❤️ orange_heart 🧡 yellow_heart 💛 green_heart 💚 blue_heart 💙 purple_heart 💜 black_heart 🖤 white_heart 🤍 broken_heart 💔
two_hearts 💕 sparkling_heart 💖 heartpulse 💗 gift_heart 💝 100 💯 boom 💥 sweat_drops 💦 dash 💨 zzz 💤 speech_balloon 💬
thought_balloon 💭 fire 🔥 sparkles ✨ star ⭐ star2 🌟 zap ⚡ rainbow 🌈 sunny ☀️ sun_with_face 🌞 cloud ☁️ snowflake ❄️ ocean 🌊
tada 🎉 confetti_ball 🎊 balloon 🎈 gift 🎁 trophy 🏆 medal 🏅 first_place_medal 🥇 second_place_medal 🥈 third_place_medal 🥉
crown 👑 gem 💎 bouquet 💐 cherry_blossom 🌸 rose 🌹 sunflower 🌻 seedling 🌱 herb 🌿 four_leaf_clover 🍀 deciduous_tree 🌳 cactus 🌵
rocket 🚀 airplane ✈️ car 🚗 bike 🚲 house 🏠 office 🏢 globe_with_meridians 🌐 earth_africa 🌍 earth_americas 🌎 world_map 🗺️
ship 🚢 construction 🚧 vertical_traffic_light 🚦 checkered_flag 🏁 triangular_flag_on_post 🚩
white_check_mark ✅ heavy_check_mark ✔️ ballot_box_with_check ☑️ x ❌ negative_squared_cross_mark ❎ warning ⚠️ no_entry ⛔
no_entry_sign 🚫 question ❓ grey_question ❔ exclamation ❗ heavy_exclamation_mark ❗ bangbang ‼️ interrobang ⁉️ sos 🆘 new 🆕 ok 🆗
up 🆙 cool 🆒 free 🆓 information_source ℹ️ arrow_right ➡️ arrow_left ⬅️ arrow_up ⬆️ arrow_down ⬇️ arrow_upper_right ↗️
arrow_lower_right ↘️ leftwards_arrow_with_hook ↩️ repeat 🔁 arrows_counterclockwise 🔄 heavy_plus_sign ➕ heavy_minus_sign ➖
red_circle 🔴 large_orange_circle 🟠 large_yellow_circle 🟡 large_green_circle 🟢 large_blue_circle 🔵 large_purple_circle 🟣
white_circle ⚪ black_circle ⚫ large_red_square 🟥 large_green_square 🟩 small_blue_diamond 🔹 small_orange_diamond 🔸
bulb 💡 mega 📣 loudspeaker 📢 bell 🔔 no_bell 🔕 bookmark 🔖 label 🏷️ link 🔗 paperclip 📎 pushpin 📌 round_pushpin 📍 mag 🔍
lock 🔒 unlock 🔓 key 🔑 hammer 🔨 wrench 🔧 hammer_and_wrench 🛠️ gear ⚙️ nut_and_bolt 🔩 magnet 🧲 test_tube 🧪 microscope 🔬
telescope 🔭 shield 🛡️ package 📦 email 📧 envelope ✉️ incoming_envelope 📨 inbox_tray 📥 outbox_tray 📤 mailbox 📫 memo 📝
pencil 📝 pencil2 ✏️ page_facing_up 📄 scroll 📜 clipboard 📋 books 📚 book 📖 newspaper 📰 calendar 📆 date 📅 spiral_calendar_pad 🗓️
bar_chart 📊 chart_with_upwards_trend 📈 chart_with_downwards_trend 📉 moneybag 💰 dollar 💵 credit_card 💳 briefcase 💼
file_folder 📁 open_file_folder 📂 wastebasket 🗑️ computer 💻 iphone 📱 phone ☎️ telephone_receiver 📞 camera 📷 movie_camera 🎥
microphone 🎤 headphones 🎧 musical_note 🎵 art 🎨 clapper 🎬 dart 🎯 game_die 🎲 jigsaw 🧩 video_game 🎮 soccer ⚽ basketball 🏀
alarm_clock ⏰ stopwatch ⏱️ hourglass ⌛ hourglass_flowing_sand ⏳ watch ⌚ coffee ☕ tea 🍵 beer 🍺 beers 🍻 wine_glass 🍷
champagne 🍾 clinking_glasses 🥂 cake 🍰 birthday 🎂 cookie 🍪 doughnut 🍩 pizza 🍕 hamburger 🍔 taco 🌮 apple 🍎 lemon 🍋 avocado 🥑
popcorn 🍿 honey_pot 🍯 dog 🐶 cat 🐱 unicorn_face 🦄 bear 🐻 fox_face 🦊 panda_face 🐼 penguin 🐧 turtle 🐢 bee 🐝 bug 🐛 butterfly 🦋
whale 🐳 octopus 🐙 bird 🐦 owl 🦉 person_raising_hand 🙋 shrug 🤷 face_palm 🤦 man-shrugging 🤷‍♂️ woman-shrugging 🤷‍♀️
bust_in_silhouette 👤 busts_in_silhouette 👥 family 👪 technologist 🧑‍💻 flag-us 🇺🇸 flag-gb 🇬🇧 flag-de 🇩🇪 flag-fr 🇫🇷 flag-jp 🇯🇵`;

const WORDS = TABLE.trim().split(/\s+/);
const BY_NAME = new Map(WORDS.flatMap((word, at) => (at % 2 === 0 ? [[word, WORDS[at + 1]]] : [])));
const SKIN_TONES = ['', '', '\u{1F3FB}', '\u{1F3FC}', '\u{1F3FD}', '\u{1F3FE}', '\u{1F3FF}'];

/** The emoji of a short code without its colons, with a skin tone if it names one; undefined if not known. */
export function emojiOf(code) {
  const [name, tone] = code.split('::skin-tone-');
  const glyph = BY_NAME.get(name);
  return glyph && tone ? glyph.replace('\uFE0F', '') + (SKIN_TONES[tone] ?? '') : glyph;
}

/** The emoji of a short code, or ":code:" when it is not known. */
export function emojiText(code) {
  return emojiOf(code) ?? `:${code}:`;
}

/** Names and glyphs whose name holds the text, each glyph once. */
export function findEmoji(text, limit = Infinity) {
  const seen = new Set();
  const found = [];
  for (const [name, glyph] of BY_NAME) {
    if (found.length >= limit) break;
    if (!name.includes(text.toLowerCase()) || seen.has(glyph)) continue;
    seen.add(glyph);
    found.push({ name, glyph });
  }
  return found;
}
