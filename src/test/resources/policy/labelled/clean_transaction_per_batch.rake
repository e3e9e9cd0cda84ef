# Atomic per batch on purpose: each batch has its transaction, and the filter lets a second run go on.
namespace :appointments do
  desc 'Copies the clinic name onto the appointment'
  task copy_clinic_name: :environment do
    dry_run = ENV['DRY_RUN'] != 'false'
    scope = Appointment.where(clinic_name: nil).includes(:clinic)
    scope.find_in_batches(batch_size: 500) do |batch|
      Appointment.transaction do
        batch.each do |appointment|
          next if dry_run

          appointment.update!(clinic_name: appointment.clinic.name)
        end
      end
      Rails.logger.info("copied #{batch.size} clinic names")
    end
  end
end
