namespace :clinics do
  desc 'Counts appointments by clinic'
  task count_by_clinic: :environment do
    puts Clinic.count
  end
end
