# frozen_string_literal: true

namespace :disability_forms do
  desc 'Resubmit forms that failed in March'
  task :resubmit_failed, [:batch_size] => :environment do |_task, args|
    forms = DisabilityForm.where(status: 'failed', created_at: Date.new(2024, 3, 4)..Date.new(2024, 3, 6))
    forms.each_slice(args[:batch_size].to_i) do |slice|
      slice.each do |form|
        ResubmitFormJob.perform_async(form.id)
        FormMailer.resubmitted(form).deliver_later
        puts "enqueued #{form.id} for #{form.user_account.icn}"
      end
    end
  rescue => e
    puts "something went wrong: #{e.message}"
  end
end
