# frozen_string_literal: true

namespace :appeals do
  desc 'Recalculate the priority of pending appeals'
  task :recalculate_priority, [:batch_size] => :environment do |_task, args|
    appeals = Appeal.where(status: 'pending')
    appeals = appeals.where(office: ENV['OFFICE']) if ENV['OFFICE']
    appeals.in_batches(of: Integer(args[:batch_size] || 500)) do |batch|
      Appeal.transaction do
        batch.each { |appeal| appeal.update!(previous_priority: appeal.priority, priority: AppealPriority.for(appeal)) }
      end
      Rails.logger.info('appeals:recalculate_priority', rows: batch.size)
    end
  end

  desc 'Put the previous priority back'
  task restore_priority: :environment do
    Appeal.where.not(previous_priority: nil).update_all('priority = previous_priority')
  end
end
