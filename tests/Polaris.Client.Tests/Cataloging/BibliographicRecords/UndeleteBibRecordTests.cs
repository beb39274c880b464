using Polaris.Client.Cataloging;
using Polaris.Client.Tests.Workflows;

namespace Polaris.Client.Tests.BibliographicRecords;

public sealed class UndeleteBibRecordTests : RecordWorkflowFixture
{
    private static UndeleteBibRecord Request => new() { BibRecordId = 1126739 };

    [Test]
    public Task RunAsync_DeletedRecord_KeepsAllThatTheServerReports() =>
        AssertRestoresAsync(Request, """15/5 {"RecordID":1126739}""");

    [Test]
    public Task RunAsync_AnswerWithoutData_IsCompleted() => AssertRestoresWithoutDataAsync(Request);
}
