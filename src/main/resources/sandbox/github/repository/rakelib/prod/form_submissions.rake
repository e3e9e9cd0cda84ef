# frozen_string_literal: true

namespace :form_submissions do
  desc 'Mark submissions without an answer from the intake service as stale'
  task :mark_stale, [:older_than_days] => :environment do |_task, args|
    days = Integer(args[:older_than_days] || 90)
    stale = FormSubmission.where(status: 'pending').where(created_at: ...days.days.ago)
    puts "#{stale.count} submissions are older than #{days} days"
    stale.in_batches(of: 500).update_all(status: 'stale')
  end
end
