# Reads and reports: nothing to roll back, nothing to dry-run.
namespace :reports do
  desc 'Counts forms by state'
  task forms_by_state: :environment do
    counts = Form.where(created_at: 30.days.ago..).group(:state).count
    counts.sort_by { |_state, count| -count }.each do |state, count|
      puts "#{state}: #{count}"
    end
    counts.delete('draft')
    puts "total without drafts: #{counts.values.sum}"
  end
end
