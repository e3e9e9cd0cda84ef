# frozen_string_literal: true

namespace :in_progress_forms do
  desc 'Take dots and blanks out of phone numbers'
  task normalise_phones: :environment do
    InProgressForm.find_each do |form|
      data = JSON.parse(form.form_data)
      data['phone'] = data['phone'].to_s.gsub(/[^0-9]/, '')
      form.update(form_data: data.to_json)
      Rails.logger.info("normalise_phones #{form.id}")
    rescue => e
      puts "skipped #{form.id}: #{e.message}"
    end
  end
end
