// Each rule of bpmnlint-plugin-rakegate on a diagram that keeps it and on one that breaks it.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

import { BpmnModdle } from 'bpmn-moddle';

const require = createRequire(import.meta.url);
const Linter = require('bpmnlint/lib/linter');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');
const camunda = require('camunda-bpmn-moddle/resources/camunda.json');

async function findings(content) {
  const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
      xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x">${content}</definitions>`;
  const { rootElement } = await new BpmnModdle({ camunda }).fromXML(xml);
  const linter = new Linter({ resolver: new NodeResolver() });
  const results = await linter.lint(rootElement, { extends: 'plugin:rakegate/recommended' });

  return Object.entries(results).flatMap(([ rule, reports ]) => reports.map(({ id }) => `${rule} ${id}`)).sort();
}

const documentation = '<documentation>What happens here.</documentation>';
const process = elements => `<process id="P">${documentation}${elements}</process>`;

test('a diagram that keeps every rule has no finding', async () => {
  const content = process(`
    <startEvent id="Start_Asked">${documentation}</startEvent>
    <serviceTask id="Task_CheckAnswers" camunda:asyncBefore="true" camunda:delegateExpression="\${checkAnswers}">
      ${documentation}
    </serviceTask>
    <userTask id="Task_Answer">${documentation}</userTask>
    <callActivity id="Call_RecordEvidence" calledElement="x">${documentation}</callActivity>
    <subProcess id="SubProcess_Approve">${documentation}</subProcess>
    <exclusiveGateway id="Gateway_Valid">${documentation}</exclusiveGateway>
    <endEvent id="End_Done">${documentation}</endEvent>
    <sequenceFlow id="Flow_Valid_Done" sourceRef="Gateway_Valid" targetRef="End_Done">
      <conditionExpression>\${decision == 'approve'}</conditionExpression>
    </sequenceFlow>
    <sequenceFlow id="Flow_Valid_Answer_failedRolledBack" sourceRef="Gateway_Valid" targetRef="Task_Answer">
      <conditionExpression>\${!operatorInTeam}</conditionExpression>
    </sequenceFlow>`);

  assert.deepEqual(await findings(content), []);
});

test('an element without words is found', async () => {
  const content = process(`
    <userTask id="Task_Answer"/>
    <endEvent id="End_Done"><documentation> </documentation></endEvent>`);

  assert.deepEqual(await findings(content), [ 'rakegate/documented End_Done', 'rakegate/documented Task_Answer' ]);
});

test('a generated id is found', async () => {
  const content = process(`
    <userTask id="Activity_0x1y2z3">${documentation}</userTask>
    <callActivity id="Task_RecordEvidence">${documentation}</callActivity>
    <sequenceFlow id="Flow_1abc" sourceRef="Activity_0x1y2z3" targetRef="Task_RecordEvidence"/>`);

  assert.deepEqual(await findings(content), [
    'rakegate/named-by-kind Activity_0x1y2z3',
    'rakegate/named-by-kind Flow_1abc',
    'rakegate/named-by-kind Task_RecordEvidence'
  ]);
});

test('a Java class is found, in a listener too', async () => {
  const content = process(`
    <serviceTask id="Task_CheckAnswers" camunda:asyncBefore="true" camunda:class="io.rakegate.CheckAnswers">
      ${documentation}
    </serviceTask>
    <userTask id="Task_Answer">
      ${documentation}
      <extensionElements><camunda:taskListener event="create" class="io.rakegate.Listener"/></extensionElements>
    </userTask>`);

  assert.deepEqual(await findings(content), [
    'rakegate/no-java-class Task_Answer',
    'rakegate/no-java-class Task_CheckAnswers'
  ]);
});

test('a script is found wherever it hides', async () => {
  const content = process(`
    <scriptTask id="Task_Calculate">${documentation}</scriptTask>
    <userTask id="Task_Listen">
      ${documentation}
      <extensionElements>
        <camunda:taskListener event="create"><camunda:script scriptFormat="js">1</camunda:script></camunda:taskListener>
      </extensionElements>
    </userTask>
    <userTask id="Task_Map">
      ${documentation}
      <extensionElements>
        <camunda:inputOutput>
          <camunda:inputParameter name="a"><camunda:script scriptFormat="js">1</camunda:script></camunda:inputParameter>
        </camunda:inputOutput>
      </extensionElements>
    </userTask>
    <sequenceFlow id="Flow_Listen_Map" sourceRef="Task_Listen" targetRef="Task_Map">
      <conditionExpression xsi:type="tFormalExpression" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          language="js">\${go}</conditionExpression>
    </sequenceFlow>`);

  assert.deepEqual(await findings(content), [
    'rakegate/no-script Flow_Listen_Map',
    'rakegate/no-script Task_Calculate',
    'rakegate/no-script Task_Listen',
    'rakegate/no-script Task_Map'
  ]);
});

test('a condition that calculates is found', async () => {
  const conditions = [ '${rows > 5}', '${bean.decide(execution)}', "${a == 'x' and b}", 'true' ];
  const content = process('<userTask id="Task_Answer">' + documentation + '</userTask>'
    + conditions.map((condition, index) => `
    <sequenceFlow id="Flow_Answer_${'ABCD'[index]}" sourceRef="Task_Answer" targetRef="Task_Answer">
      <conditionExpression>${condition.replace('>', '&gt;')}</conditionExpression>
    </sequenceFlow>`).join(''));

  assert.deepEqual(await findings(content), [ 'A', 'B', 'C', 'D' ].map(x => `rakegate/reads-one-variable Flow_Answer_${x}`));
});

test('an automatic task in a person\'s transaction is found', async () => {
  const content = process(`
    <serviceTask id="Task_CheckAnswers" camunda:delegateExpression="\${checkAnswers}">${documentation}</serviceTask>`);

  assert.deepEqual(await findings(content), [ 'rakegate/survives-a-crash Task_CheckAnswers' ]);
});
