# frozen_string_literal: true

namespace :letters do
  desc 'Give letters without a delivery channel the channel mail'
  task set_channel: :environment do
    letters = Letter.where(channel: nil)
    puts "#{letters.count} letters have no channel"
    letters.update_all(channel: 'mail', channel_set_by: 'letters:set_channel')
  end
end
