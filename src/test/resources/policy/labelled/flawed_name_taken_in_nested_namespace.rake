namespace 'appointments:holds' do
  desc 'Lists holds with their clinics'
  task list: :environment do # expect: TaskNameIsUnique
    puts AppointmentHold.expired.pluck(:id, :clinic_id).inspect
  end
end
