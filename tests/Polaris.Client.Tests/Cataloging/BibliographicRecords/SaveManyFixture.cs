using Polaris.Client.Cataloging;
using Polaris.Client.Marc;
using Polaris.Client.Tests.Workflows;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Cataloging;

/// <summary>A record to update, and saves of many records.</summary>
public abstract class SaveManyFixture : ConductorFixture
{
    private protected static readonly PromptHandlers None = new();

    [SetUp]
    public void AddRecord() => Fake.WithBib(5, displayInPac: false, marc: Titled("Five"), doNotOverlay: true);

    [TearDown]
    public void AssertNoLockIsLeft() => Assert.That(Fake.Locks.Where(held => held.WorkstationId != 15), Is.Empty);

    private protected static MarcRecord Titled(string title) =>
        new MarcRecord().Field("100", '1', ' ', ('a', "Trembath, Don")).Field("245", '1', '0', ('a', title));

    private protected static BibRecordSave Add(string title, PromptHandlers? handlers = null) => new(
        new AddOrUpdateBibRecord { IsNewRecord = true, DisplayInPac = true, Marc = Titled(title) }, handlers ?? None);

    private protected static BibRecordSave Update(int id, string title) =>
        new(new AddOrUpdateBibRecord { BibRecordId = id, Marc = Titled(title) }, None);

    private protected static async IAsyncEnumerable<TSave> Streamed<TSave>(IEnumerable<TSave> saves)
    {
        foreach (var save in saves)
        {
            await Task.CompletedTask;
            yield return save;
        }
    }

    private protected async Task<List<BibRecordSaveResult<TSave>>> SaveAsync<TSave>(IEnumerable<TSave> saves, params int[] workstations)
        where TSave : BibRecordSave
    {
        List<BibRecordSaveResult<TSave>> results = [];
        await foreach (var result in Client.BibRecords.SaveManyAsync(Streamed(saves), new SaveManyOptions { WorkstationIds = workstations }))
        {
            results.Add(result);
        }

        return results;
    }

    private protected sealed class Meeting(int size)
    {
        private readonly TaskCompletionSource _isComplete = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _present;

        public int Present => Volatile.Read(ref _present);

        public int Most { get; private set; }

        public async Task JoinAsync()
        {
            var present = Interlocked.Increment(ref _present);
            lock (_isComplete)
            {
                Most = Math.Max(Most, present);
            }

            if (present == size)
            {
                _isComplete.TrySetResult();
            }

            await _isComplete.Task;
            Interlocked.Decrement(ref _present);
        }
    }

    private protected sealed class MeetingSave(AddOrUpdateBibRecord request, Meeting meeting) : BibRecordSave(request, None)
    {
        protected internal override Task OnSendingAsync(int workstationId, CancellationToken cancellationToken) => meeting.JoinAsync();
    }

    private protected sealed class FailingSave(AddOrUpdateBibRecord request, Func<Exception> failure) : BibRecordSave(request, None)
    {
        protected internal override Task OnSendingAsync(int workstationId, CancellationToken cancellationToken) => throw failure();
    }
}
