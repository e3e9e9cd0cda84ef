namespace :appointments do
  desc 'Shows what would be booked again'
  task rebook: :environment do
    puts Appointment.cancelled.count
  end
end
