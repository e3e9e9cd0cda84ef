namespace :preferences do
  desc 'Gives every active office a preference record'
  task create_missing: :environment do
    dry_run = ENV.fetch('DRY_RUN', '1') == '1'
    Office.where(active: true).in_batches(of: 200) do |offices|
      Preference.transaction do
        offices.each do |office|
          next puts("would create one for office #{office.id}") if dry_run

          Preference.find_or_create_by!(office: office) { |preference| preference.channel = 'post' }
        end
      end
    end
  end
end
