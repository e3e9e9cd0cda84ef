# frozen_string_literal: true

require 'rails_helper'
require 'rake'

RSpec.describe 'form_submissions:mark_stale', type: :task do
  before { load File.expand_path('rakelib/prod/form_submissions.rake') }

  it 'leaves recent submissions alone' do
    recent = create(:form_submission, status: 'pending', created_at: 1.day.ago)

    Rake::Task['form_submissions:mark_stale'].invoke(90)

    expect(recent.reload.status).to eq('pending')
  end
end
