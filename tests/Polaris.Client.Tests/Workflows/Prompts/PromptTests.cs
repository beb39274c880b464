using System.Text.Json;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Workflows.Prompts;

/// <summary>What a prompt shows to a person, and which replies it makes.</summary>
public sealed class PromptTests
{
    [Test]
    public void Choices_WithTextsOfTheServer_ShowThemInsteadOfTheNames()
    {
        var wire = Wire(WorkflowPromptOptions.YesNoCancel);
        (wire.AlternateYesText, wire.AlternateNoText, wire.AlternateCancelText) = ("Replace", " ", "Leave");

        Assert.That(Prompt(wire).Choices, Is.EqualTo(new PromptChoice[]
        {
            new(WorkflowPromptResult.Yes, "Replace"), new(WorkflowPromptResult.No, "No"), new(WorkflowPromptResult.Cancel, "Leave"),
        }));
    }

    [Test]
    public void Choices_OfContinueWithItsText_ShowIt()
    {
        var wire = Wire(WorkflowPromptOptions.ContinueWaiveChargeCancel);
        (wire.AlternateContinueText, wire.AlternateYesText) = ("Proceed", "unused");

        Assert.That(Prompt(wire).Choices.Select(choice => choice.Text), Is.EqualTo(new[] { "Proceed", "Waive", "Charge", "Cancel" }));
    }

    [Test]
    public void Choices_OfAnUndocumentedSet_AreEmptyAndAnyReplyMayBeSent()
    {
        var prompt = Prompt(Wire((WorkflowPromptOptions)77));

        Assert.That(prompt.Choices, Is.Empty);
        Assert.That(prompt.CanReply(WorkflowPromptResult.Waive), Is.True);
        Assert.That(prompt.Reply(WorkflowPromptResult.Waive).Result, Is.EqualTo(WorkflowPromptResult.Waive));
    }

    [TestCase(WorkflowPromptResult.Continue, true)]
    [TestCase(WorkflowPromptResult.Yes, false)]
    public void CanReply_OfADocumentedSet_IsWhatItOffers(WorkflowPromptResult result, bool expected) =>
        Assert.That(Prompt(Wire(WorkflowPromptOptions.ContinueCancel)).CanReply(result), Is.EqualTo(expected));

    [Test]
    public void Reply_ThatIsNotOffered_NamesTheResultAndTheOfferedOnes()
    {
        var error = Assert.Throws<IllegalReplyException>(() => Prompt(Wire(WorkflowPromptOptions.ContinueCancel)).Reply(WorkflowPromptResult.Yes))!;

        Assert.That(error.Message, Does.Contain("prompt 4711").And.Contain("Yes (2)").And.Contain("Continue (5), Cancel (4)"));
    }

    [Test]
    public void Reply_WithValueAndData_CarriesBothAndReportsNumbersOnly()
    {
        var value = JsonDocument.Parse("12.5").RootElement;
        var extension = new WorkflowReplyExtension();

        var reply = Prompt(Wire(WorkflowPromptOptions.PayWaiveChargeCancel)).Reply(WorkflowPromptResult.Pay, value, extension);

        Assert.That(reply.PromptId, Is.EqualTo((WorkflowPromptId)4711));
        Assert.That(reply.Result, Is.EqualTo(WorkflowPromptResult.Pay));
        Assert.That(reply.Wire.ReplyValue!.Value.GetRawText(), Is.EqualTo("12.5"));
        Assert.That(reply.Wire.ReplyExtension, Is.SameAs(extension));
        Assert.That(reply.ToString(), Is.EqualTo("Pay to prompt 4711"));
    }

    [Test]
    public void ToString_PlainAndTyped_ReportsTheNumberAndNoText()
    {
        var context = Context(Wire(WorkflowPromptOptions.ContinueCancel));

        Assert.That(new Prompt(context).ToString(), Is.EqualTo("prompt 4711"));
        Assert.That(new DisplayInPacPrompt(context).ToString(), Is.EqualTo("DisplayInPacPrompt (4711)"));
    }

    [Test]
    public void Texts_OfThePrompt_AreThoseOfTheWire()
    {
        var context = Context(Wire(WorkflowPromptOptions.Ok));
        var prompt = new Prompt(context);

        Assert.That(prompt.Title, Is.EqualTo("Sure?"));
        Assert.That(prompt.Message, Is.EqualTo("Delete 5?"));
        Assert.That(prompt.RequestGuid, Is.EqualTo(context.Answer.WorkflowRequestGuid));
        Assert.That(prompt.Wire, Is.SameAs(context.Wire));
        Assert.That(context.Transcript, Is.Empty);
    }

    [Test]
    public void PromptContext_WithoutAnswerOrPrompt_IsRefused()
    {
        Assert.That(() => new PromptContext(null!), Throws.ArgumentNullException);
        Assert.That(
            () => new PromptContext(new WorkflowAnswer()),
            Throws.ArgumentException.With.Property("ParamName").EqualTo("answer").And.Message.StartsWith("The answer does not contain a prompt."));
        Assert.That(() => new Prompt(null!), Throws.ArgumentNullException);
    }

    [TestCase(null, 0)]
    [TestCase("", 0)]
    [TestCase(" ", 0)]
    [TestCase("Two holds are linked.", 1)]
    public void ToView_SecondMessage_IsANote(string? message, int notes)
    {
        var wire = Wire(WorkflowPromptOptions.Ok);
        wire.AlternateMessage = message;

        Assert.That(Prompt(wire).ToView().Notes, Is.EqualTo(Enumerable.Repeat(message, notes)));
    }

    [Test]
    public void UnansweredPromptException_OfAnUndocumentedSet_StatesThatAnyReplyMayBeSent() => Assert.That(
        new UnansweredPromptException(Prompt(Wire((WorkflowPromptOptions)77))).Message, Does.EndWith("the prompt offers any."));

    [Test]
    public void TooManyPromptsException_OfAPrompt_StatesWhatToLookAt() => Assert.That(
        new TooManyPromptsException(Prompt(Wire(WorkflowPromptOptions.Ok)), 9).Message,
        Does.EndWith("raised prompt 4711 after 9 others, which is more than MaxPrompts allows. "
            + "The replies may cause a loop: see Transcript. Raise MaxPrompts if they do not."));

    [Test]
    public void Texts_ThatTheServerLeavesOut_AreEmpty()
    {
        Assert.That(new WorkflowPrompt().Title, Is.Empty);
        Assert.That(new WorkflowPrompt().Message, Is.Empty);
        Assert.That(new WorkflowPrompt { Title = null!, Message = null! }.Title, Is.Empty);
        Assert.That(new WorkflowPrompt { Title = null!, Message = null! }.Message, Is.Empty);
        Assert.That(new InformationMessage().Title, Is.Empty);
        Assert.That(new InformationMessage().Message, Is.Empty);
        Assert.That(new InformationMessage { Title = null!, Message = null! }.Title, Is.Empty);
        Assert.That(new InformationMessage { Title = null!, Message = null! }.Message, Is.Empty);
        Assert.That(new InformationMessage { Title = "Note", Message = "kept" }.Title, Is.EqualTo("Note"));
    }

    [Test]
    public void Exceptions_OfAPrompt_HoldItAndItsConversation()
    {
        var prompt = Prompt(Wire(WorkflowPromptOptions.ContinueCancel));

        foreach (WorkflowException error in new WorkflowException[]
        {
            new UnansweredPromptException(prompt), new IllegalReplyException(prompt, "why."), new TooManyPromptsException(prompt, 9),
        })
        {
            Assert.That(error.RequestGuid, Is.EqualTo(prompt.RequestGuid));
            Assert.That(error.Status, Is.EqualTo(WorkflowStatus.InputRequired));
            Assert.That(error.Message, Does.Contain("prompt 4711").And.Contain(prompt.RequestGuid.ToString()).And.Not.Contain("Delete 5"));
            Assert.That(error.Messages.Single().Message, Is.EqualTo("said"));
            Assert.That(error.MayHaveBeenProcessed, Is.False);
        }
    }

    [Test]
    public void Exceptions_WithoutAPrompt_AreRefused()
    {
        Assert.That(() => new UnansweredPromptException(null!), Throws.ArgumentNullException);
        Assert.That(() => new IllegalReplyException(null!, "why."), Throws.ArgumentNullException);
        Assert.That(() => new TooManyPromptsException(null!, 9), Throws.ArgumentNullException);
    }

    private static WorkflowPrompt Wire(WorkflowPromptOptions options) =>
        new() { WorkflowPromptId = (WorkflowPromptId)4711, WorkflowPromptOptions = options, Title = "Sure?", Message = "Delete 5?" };

    private static PromptContext Context(WorkflowPrompt wire) => new(new WorkflowAnswer
    {
        WorkflowRequestGuid = Guid.NewGuid(),
        WorkflowStatus = WorkflowStatus.InputRequired,
        InformationMessages = [new InformationMessage { Message = "said" }],
        Prompt = wire,
    });

    private static Prompt Prompt(WorkflowPrompt wire) => new(Context(wire));
}
