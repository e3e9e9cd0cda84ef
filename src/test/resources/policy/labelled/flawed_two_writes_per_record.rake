namespace :appointments do
  desc 'Moves appointments to the new clinic'
  task :move, [:dry_run] => :environment do |_task, args|
    dry_run = args[:dry_run] != 'false'
    Appointment.where(clinic: 'old').find_each do |appointment|
      next if dry_run

      appointment.update!(clinic: 'new') # expect: WritesHappenInATransaction
      appointment.notes.update_all(clinic: 'new')
    end
  end
end
