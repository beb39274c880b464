using SaveBibRecord;

return await SaveCommand.Create().Parse(args).InvokeAsync();
