# frozen_string_literal: true

require 'rails_helper'
require 'rake'

RSpec.describe 'claims:backfill_regional_office', type: :task do
  before { load File.expand_path('rakelib/prod/backfill_regional_office.rake') }

  it 'changes nothing in a dry run' do
    claim = create(:claim, regional_office: nil, filed_at: Date.new(2022, 5, 1))

    Rake::Task['claims:backfill_regional_office'].invoke(10)

    expect(claim.reload.regional_office).to be_nil
  end

  it 'finds nothing to do when it is run again' do
    create(:claim, regional_office: 'Denver', filed_at: Date.new(2022, 5, 1))

    expect { Rake::Task['claims:backfill_regional_office'].invoke(10, 'live') }.not_to change { Claim.pluck(:regional_office) }
  end
end
