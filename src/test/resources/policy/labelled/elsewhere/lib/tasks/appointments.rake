namespace :appointments do
  desc 'Counts appointments by clinic'
  task count_by_clinic: :environment do
    puts Appointment.group(:clinic_id).count
  end

  namespace :holds do
    desc 'Lists holds that have expired'
    task :list, [:limit] => :environment do |_task, args|
      puts AppointmentHold.expired.limit(args[:limit]).pluck(:id)
    end
  end
end
