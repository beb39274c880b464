using Polaris.Client.Cataloging;
using Polaris.Client.Tests.Workflows;

namespace Polaris.Client.Tests.ItemRecords;

public sealed class UndeleteItemRecordTests : RecordWorkflowFixture
{
    private static UndeleteItemRecord Request => new() { ItemRecordId = 29937 };

    [Test]
    public Task RunAsync_DeletedRecord_KeepsAllThatTheServerReports() =>
        AssertRestoresAsync(Request, """16/5 {"RecordID":29937}""");

    [Test]
    public Task RunAsync_AnswerWithoutData_IsCompleted() => AssertRestoresWithoutDataAsync(Request);
}
