namespace :appointments do
  desc 'Counts appointments by clinic and day'
  task count_by_clinic: :environment do # expect: TaskNameIsUnique
    puts Appointment.group(:clinic_id, :day).count
  end
end
