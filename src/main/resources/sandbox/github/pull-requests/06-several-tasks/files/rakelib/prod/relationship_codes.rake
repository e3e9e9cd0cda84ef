# frozen_string_literal: true

namespace :relationships do
  codes = { 'SPS' => 'SPOUSE', 'CHD' => 'CHILD', 'STC' => 'CHILD', 'PAR' => 'PARENT' }.freeze

  desc 'Print how many beneficiaries would move from each code to which'
  task preview: :environment do
    codes.each { |old, new| puts "#{old} -> #{new}: #{Beneficiary.where(relationship_code: old).count}" }
  end

  desc 'Move beneficiaries to the new codes'
  task :apply, [:batch_size] => :environment do |_task, args|
    codes.each do |old, new|
      Beneficiary.where(relationship_code: old).in_batches(of: Integer(args[:batch_size] || 1000)) do |batch|
        Beneficiary.transaction do
          batch.update_all(['previous_code = relationship_code, relationship_code = ?', new])
        end
        Rails.logger.info("relationships:apply #{old} -> #{new}")
      end
    end
  end

  desc 'Put the old codes back'
  task roll_back: :environment do
    Beneficiary.transaction do
      Beneficiary.where.not(previous_code: nil).update_all('relationship_code = previous_code, previous_code = NULL')
    end
  end
end
