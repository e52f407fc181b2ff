/** What people in the sandbox cause: on from the start. */
const caused = new Set(['message_new', 'message_event', 'message_allow', 'message_deny', 'message_edit']);

const all = `
  audio_new
  board_post_delete board_post_edit board_post_new board_post_restore
  donut_money_withdraw donut_money_withdraw_error donut_subscription_cancelled donut_subscription_create donut_subscription_expired donut_subscription_price_changed donut_subscription_prolonged
  group_change_photo group_change_settings group_join group_leave group_officers_edit
  market_comment_delete market_comment_edit market_comment_new market_comment_restore
  message_allow message_deny message_edit message_event message_new message_reaction_event message_read message_reply message_typing_state
  photo_comment_delete photo_comment_edit photo_comment_new photo_comment_restore photo_new
  poll_vote_new
  user_block user_unblock
  video_comment_delete video_comment_edit video_comment_new video_comment_restore video_new
  wall_post_new wall_reply_delete wall_reply_edit wall_reply_new wall_reply_restore wall_repost wall_schedule_post_delete wall_schedule_post_new
`;

/** The switches of a community's event types, as a fresh sandbox has them. */
export function freshEventTypes(): Record<string, number> {
  return Object.fromEntries(
    all
      .trim()
      .split(/\s+/)
      .map((type) => [type, caused.has(type) ? 1 : 0]),
  );
}
