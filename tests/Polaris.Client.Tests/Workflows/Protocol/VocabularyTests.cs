using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Workflows.Protocol;

/// <summary>The numbers here are copied from the vendor's tables; a name may change, a number may not.</summary>
public sealed class VocabularyTests
{
    [Test]
    public void WorkflowStatus_Numbers_AreThoseOfTheTable() =>
        Assert.That(Numbers<WorkflowStatus>(), Is.EqualTo(new[] { -3, -2, -1, 0, 1, 2, 3 }));

    [Test]
    public void WorkflowPromptId_Numbers_AreThoseOfTheTable() =>
        Assert.That(Numbers<WorkflowPromptId>(), Is.EqualTo(new[]
        {
            1, 8, 30, 55, 62, 66, 68, 72, 73, 75, 77, 79, 82, 87, 88, 94, 107, 142, 143, 145, 148,
        }));

    [Test]
    public void WorkflowPromptType_Numbers_AreThoseOfTheTable() =>
        Assert.That(Numbers<WorkflowPromptType>(), Is.EqualTo(new[] { 1, 3, 22, 26, 33, 38, 50, 52, 53, 54 }));

    [Test]
    public void WorkflowPromptOptions_Numbers_AreThoseOfTheTable() =>
        Assert.That(Numbers<WorkflowPromptOptions>(), Is.EqualTo(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9 }));

    [Test]
    public void WorkflowPromptResult_Numbers_AreThoseOfTheTable() =>
        Assert.That(Numbers<WorkflowPromptResult>(), Is.EqualTo(new[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 }));

    [Test]
    public void WorkflowRequestType_Numbers_AreThoseOfTheTable() =>
        Assert.That(Numbers<WorkflowRequestType>(), Is.EqualTo(new[]
        {
            1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 19, 20, 21, 24, 27, 28, 29, 31, 33, 35, 36, 38, 40,
        }));

    [Test]
    public void WorkflowRequestExtensionType_Numbers_AreThoseOfTheTable() =>
        Assert.That(Numbers<WorkflowRequestExtensionType>(), Is.EqualTo(new[]
        {
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16, 17, 21, 24, 25, 28, 30, 32, 33,
        }));

    [Test]
    public void ExtensionTypes_Numbers_AreThoseOfTheTable() =>
        Assert.Multiple(() =>
        {
            Assert.That(Numbers<WorkflowPromptExtensionType>(), Is.EqualTo(new[] { 8, 25, 30, 33, 44, 47, 48 }));
            Assert.That(Numbers<WorkflowReplyExtensionType>(), Is.EqualTo(new[] { 17, 18 }));
            Assert.That(Numbers<WorkflowAnswerExtensionType>(), Is.EqualTo(new[] { 5, 6, 13, 16 }));
            Assert.That(Numbers<InformationMessageType>(), Is.EqualTo(new[] { 1, 3, 4 }));
        });

    [TestCase(WorkflowPromptId.DisplayInPac, 66)]
    [TestCase(WorkflowPromptId.DuplicateBibRecords, 87)]
    [TestCase(WorkflowPromptId.DuplicateAuthorityRecords, 142)]
    [TestCase(WorkflowPromptId.MarcValidation, 143)]
    [TestCase(WorkflowPromptId.ManageLinkedRecords, 145)]
    [TestCase(WorkflowPromptId.ReplacementErrors, 148)]
    public void WorkflowPromptId_OfTheRecordSaves_HasItsNumber(WorkflowPromptId id, int number) =>
        Assert.That((int)id, Is.EqualTo(number));

    [TestCase(1, "2 3")]
    [TestCase(2, "2 3 4")]
    [TestCase(3, "1 4")]
    [TestCase(4, "1 7 8")]
    [TestCase(5, "6 7 8 4")]
    [TestCase(6, "5 4")]
    [TestCase(7, "5 7 8 4")]
    [TestCase(8, "1")]
    [TestCase(9, "4")]
    public void OfferedResults_OfADocumentedSet_AreItsButtons(int options, string results) =>
        Assert.That(
            string.Join(' ', ((WorkflowPromptOptions)options).OfferedResults()!.Select(result => (int)result)),
            Is.EqualTo(results));

    [TestCase(0)]
    [TestCase(10)]
    [TestCase(4711)]
    public void OfferedResults_OfAnyOtherSet_AreUnknown(int options) =>
        Assert.That(((WorkflowPromptOptions)options).OfferedResults(), Is.Null);

    private static IEnumerable<int> Numbers<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(value => Convert.ToInt32(value, null)).Order();
}
