using System.Runtime.CompilerServices;
using Polaris.Client.Cataloging;

namespace Polaris.Client.Tests.Cataloging;

/// <summary>The source of the records, and the caller who reads the results, end early.</summary>
public sealed class SaveManySourceTests : SaveManyFixture
{
    [Test]
    public void SaveManyAsync_SourceThrows_ReturnsWhatWasStartedFirst()
    {
        List<BibRecordSaveOutcome> outcomes = [];

        var error = Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var result in Client.BibRecords.SaveManyAsync(Broken(), new SaveManyOptions { WorkstationIds = [1, 2] }))
            {
                outcomes.Add(result.Outcome);
            }
        });

        Assert.That(error!.Message, Is.EqualTo("The file is damaged."));
        Assert.That(outcomes, Is.EqualTo(new[] { BibRecordSaveOutcome.Saved }));

        async IAsyncEnumerable<BibRecordSave> Broken()
        {
            yield return Add("One");
            await Task.Yield();
            throw new InvalidDataException("The file is damaged.");
        }
    }

    [Test]
    public void SaveManyAsync_CanceledInTheMiddle_ReturnsWhatWasStartedAndTakesNoMore()
    {
        using var stop = new CancellationTokenSource();
        var taken = 0;
        List<BibRecordSaveOutcome> outcomes = [];

        Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            await foreach (var result in Client.BibRecords.SaveManyAsync(Endless(), new SaveManyOptions { WorkstationIds = [1, 2] }, stop.Token))
            {
                outcomes.Add(result.Outcome);
                stop.Cancel();
            }
        });

        Assert.That(outcomes.Count(outcome => outcome == BibRecordSaveOutcome.Saved), Is.EqualTo(Fake.ExecutedOperations));
        Assert.That(outcomes, Has.Count.EqualTo(taken).And.All.AnyOf(BibRecordSaveOutcome.Saved, BibRecordSaveOutcome.NotSent));

        async IAsyncEnumerable<BibRecordSave> Endless()
        {
            while (true)
            {
                await Task.Yield();
                yield return Add($"Title {taken++}");
            }
        }
    }

    [Test]
    public async Task SaveManyAsync_CallerStopsReading_LeavesNothingRunning()
    {
        var meeting = new Meeting(1);
        var saves = Streamed(Enumerable.Range(1, 9).Select(number => new MeetingSave(Update(5, $"Title {number}").Request, meeting)));
        var options = new SaveManyOptions { WorkstationIds = [1] };

        await foreach (var _ in Client.BibRecords.SaveManyAsync(saves, options))
        {
            break;
        }

        Assert.That(meeting.Present, Is.Zero);
    }

    [Test]
    public async Task SaveManyAsync_CallerStopsReadingWhileTheSourceWaits_Ends()
    {
        await ReadOneAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.That(Fake.ExecutedOperations, Is.EqualTo(1));

        async Task ReadOneAsync()
        {
            await foreach (var _ in Client.BibRecords.SaveManyAsync(WaitingAfterOne(), new SaveManyOptions { WorkstationIds = [1, 2] }))
            {
                break;
            }
        }

        static async IAsyncEnumerable<BibRecordSave> WaitingAfterOne([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            yield return Add("One");
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
    }

    [Test]
    public void SaveManyAsync_NullInTheSource_ThrowsAfterTheOthersAreReturned()
    {
        List<BibRecordSaveOutcome> outcomes = [];

        var error = Assert.ThrowsAsync<ArgumentException>(async () =>
        {
            await foreach (var result in Client.BibRecords.SaveManyAsync(Streamed<BibRecordSave>([Add("One"), null!, Add("Two")])))
            {
                outcomes.Add(result.Outcome);
            }
        });

        Assert.That(error!.Message, Does.Contain("null"));
        Assert.That(outcomes, Is.EqualTo(new[] { BibRecordSaveOutcome.Saved }));
    }
}
